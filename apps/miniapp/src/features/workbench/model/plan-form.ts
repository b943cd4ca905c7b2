import type { MealPlan, PoolRelease } from '@wanli/contracts/menus'
import { PLAN_TEXT as TEXT } from '../menus-text'

/** Times of a plan, in the order of the day. */
export const PLAN_TIMES = ['opensAt', 'freezeAt', 'cutOffAt', 'servingFrom', 'servingTo'] as const
/** Numbers of a plan. */
export const PLAN_NUMBERS = ['opensDaysBefore', 'slotMinutes', 'slotCapacity'] as const

/** How a meal is served, as it is typed. */
export type PlanForm = Record<(typeof PLAN_TIMES)[number] | (typeof PLAN_NUMBERS)[number] | 'releases', string> &
  Pick<MealPlan, 'freezeDayBefore' | 'servesWeekend' | 'servesHoliday'>

/** A plan as it is edited. */
export function planFormOf(plan: MealPlan): PlanForm {
  return {
    opensDaysBefore: String(plan.opensDaysBefore),
    opensAt: plan.opensAt,
    freezeAt: plan.freezeAt,
    freezeDayBefore: plan.freezeDayBefore,
    cutOffAt: plan.cutOffAt,
    servingFrom: plan.servingFrom,
    servingTo: plan.servingTo,
    slotMinutes: String(plan.slotMinutes),
    slotCapacity: String(plan.slotCapacity),
    releases: plan.releases.map(({ at, keptPercent }) => TEXT.release(at, keptPercent)).join('，'),
    servesWeekend: plan.servesWeekend,
    servesHoliday: plan.servesHoliday,
  }
}

/** A time as it is typed (`9:05`, `11：30`) in the form of the server; null when it is none. */
function timeOf(text: string): string | null {
  const match = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(text.trim())
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}` : null
}

function releasesOf(text: string): PoolRelease[] | null {
  const parts = text.split(/[，,；;、]+/).filter((part) => part.trim() !== '')
  const releases: PoolRelease[] = []
  for (const part of parts) {
    const match = /^\s*(\S+)\s*留?\s*(\d{1,2})\s*%?\s*$/.exec(part)
    const at = timeOf(match?.[1] ?? '')
    if (!match || at === null) return null
    releases.push({ at, keptPercent: Number(match[2]) })
  }
  return releases
}

/** The plan that was typed, or what has to be put right first, in a sentence. */
export function planOf(form: PlanForm): MealPlan | string {
  const times = PLAN_TIMES.map((name) => timeOf(form[name]))
  const numbers = PLAN_NUMBERS.map((name) => (/^\d{1,4}$/.test(form[name]) ? Number(form[name]) : null))
  const [opensAt, freezeAt, cutOffAt, servingFrom, servingTo] = times
  const [opensDaysBefore, slotMinutes, slotCapacity] = numbers
  if (opensAt == null || freezeAt == null || cutOffAt == null || servingFrom == null || servingTo == null)
    return TEXT.wrong
  if (opensDaysBefore == null || slotMinutes == null || slotCapacity == null) return TEXT.wrong
  const releases = releasesOf(form.releases)
  if (releases === null) return TEXT.releasesWrong
  const { freezeDayBefore, servesWeekend, servesHoliday } = form
  const flags = { freezeDayBefore, servesWeekend, servesHoliday }
  const clock = { opensAt, freezeAt, cutOffAt, servingFrom, servingTo }
  return { ...clock, ...flags, opensDaysBefore, slotMinutes, slotCapacity, releases }
}
