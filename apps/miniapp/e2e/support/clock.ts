import { addDays, businessDayOf, instantOf } from '@wanli/kernel/shanghai-time'

/** Today in Shanghai at `HH:MM`: lunch is open at 10:05 whatever the hour of the test. */
export function todayAt(time: string): Date {
  return instantOf(businessDayOf(new Date()), time)
}

/** The next weekday (Monday to Friday) in Shanghai at `HH:MM`: a day on which the canteen surely cooks. */
export function weekdayAt(time: string): Date {
  let day = businessDayOf(new Date())
  while (['六', '日'].includes(weekday(day))) day = addDays(day, 1)
  return instantOf(day, time)
}

function weekday(day: string): string {
  return '日一二三四五六'.charAt(new Date(`${day}T00:00:00Z`).getUTCDay())
}
