import { addDays, businessDayOf, instantOf } from '@wanli/kernel/shanghai-time'

/**
 * The next weekday (Monday to Friday) in Shanghai at `HH:MM`, or the `later`-th weekday after it: a day on which the canteen surely
 * cooks.
 */
export function weekdayAt(time: string, later = 0): Date {
  let day = workday(businessDayOf(new Date()))
  for (let passed = 0; passed < later; passed += 1) day = workday(addDays(day, 1))
  return instantOf(day, time)
}

function workday(from: string): string {
  let day = from
  while (['六', '日'].includes(weekday(day))) day = addDays(day, 1)
  return day
}

function weekday(day: string): string {
  return '日一二三四五六'.charAt(new Date(`${day}T00:00:00Z`).getUTCDay())
}
