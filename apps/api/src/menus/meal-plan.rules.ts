import type { Meal } from '@wanli/contracts/canteen'
import type { MealPlan } from '@wanli/contracts/menus'
import type { FieldProblem } from '@wanli/contracts/errors'
import { addDays, instantOf } from '@wanli/kernel/shanghai-time'

import { InvalidRequestError } from '../common/invalid-request.js'

/** How the meals of one canteen are served. */
export type MealPlans = Record<Meal, MealPlan>

const EVERY_DAY = { servesWeekend: true, servesHoliday: true }
const SLOTS = { slotMinutes: 10, slotCapacity: 24 }
const OPENS = { opensDaysBefore: 7, opensAt: '06:00' }

/**
 * How meals are served where a canteen has said nothing else. Lunch freezes at 10:30 and takes orders until 11:30; what is put aside
 * for elders becomes everybody's by halves until 12:15 (canteen page, points 4 and 7).
 */
export const DEFAULT_PLANS: Readonly<Record<Meal, MealPlan>> = {
  breakfast: {
    ...OPENS,
    ...SLOTS,
    ...EVERY_DAY,
    freezeAt: '20:00',
    freezeDayBefore: true,
    cutOffAt: '08:00',
    servingFrom: '06:30',
    servingTo: '09:00',
    releases: [],
  },
  lunch: {
    ...OPENS,
    ...SLOTS,
    ...EVERY_DAY,
    freezeAt: '10:30',
    freezeDayBefore: false,
    cutOffAt: '11:30',
    servingFrom: '11:00',
    servingTo: '13:00',
    releases: [
      { at: '11:15', keptPercent: 50 },
      { at: '11:45', keptPercent: 25 },
      { at: '12:15', keptPercent: 0 },
    ],
  },
  dinner: {
    ...OPENS,
    ...SLOTS,
    ...EVERY_DAY,
    freezeAt: '15:30',
    freezeDayBefore: false,
    cutOffAt: '16:30',
    servingFrom: '16:30',
    servingTo: '18:30',
    releases: [
      { at: '17:00', keptPercent: 50 },
      { at: '17:30', keptPercent: 25 },
      { at: '18:00', keptPercent: 0 },
    ],
  },
}

const MINUTE_MS = 60_000

/** The instants of a meal on a day, and by which steps its pool becomes everybody's. */
export function timesOf(plan: MealPlan, day: string) {
  return {
    opensAt: instantOf(addDays(day, -plan.opensDaysBefore), plan.opensAt),
    freezeAt: instantOf(plan.freezeDayBefore ? addDays(day, -1) : day, plan.freezeAt),
    cutOffAt: instantOf(day, plan.cutOffAt),
    servingFrom: instantOf(day, plan.servingFrom),
    servingTo: instantOf(day, plan.servingTo),
    poolSteps: plan.releases.map(({ at, keptPercent }) => ({ from: instantOf(day, at).toISOString(), keptPercent })),
  }
}

/** Pick-up slots of a meal on a day, one after another; the last one ends when serving does. */
export function slotsOf(plan: MealPlan, day: string): { fromAt: Date; toAt: Date; capacity: number }[] {
  const to = instantOf(day, plan.servingTo).getTime()
  const step = plan.slotMinutes * MINUTE_MS
  const slots: { fromAt: Date; toAt: Date; capacity: number }[] = []
  for (let at = instantOf(day, plan.servingFrom).getTime(); at < to; at += step)
    slots.push({ fromAt: new Date(at), toAt: new Date(Math.min(at + step, to)), capacity: plan.slotCapacity })
  return slots
}

/** Makes sure that the times of a plan follow each other. Throws InvalidRequestError (422) with each field that is wrong. */
export function assertPlan(plan: MealPlan): void {
  const wrong: FieldProblem[] = []
  const check = (isRight: boolean, path: string, message: string): void => {
    if (!isRight) wrong.push({ path, rule: 'order', message })
  }
  check(plan.servingFrom < plan.servingTo, 'servingTo', '要晚于开餐')
  check(plan.freezeDayBefore || plan.freezeAt <= plan.cutOffAt, 'freezeAt', '不能晚于截单')
  check(plan.cutOffAt <= plan.servingTo, 'cutOffAt', '不能晚于收餐')
  check(plan.opensDaysBefore > 0 || plan.opensAt < plan.cutOffAt, 'opensAt', '要早于截单')
  plan.releases.forEach((release, index) => {
    const before = plan.releases[index - 1]
    check(before === undefined || before.at < release.at, `releases.${index}.at`, '要晚于上一步')
    check(
      before === undefined || before.keptPercent > release.keptPercent,
      `releases.${index}.keptPercent`,
      '要比上一步少',
    )
  })
  if (wrong.length > 0) throw new InvalidRequestError(wrong)
}
