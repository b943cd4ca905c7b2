import type { MealPlan } from '@wanli/contracts/menus'
import { PLAN_TEXT as TEXT } from '../menus-text'

/** Times of a plan, in the order of the day. */
export const PLAN_TIMES = ['opensAt', 'freezeAt', 'cutOffAt', 'servingFrom', 'servingTo'] as const
/** Numbers of a plan. */
export const PLAN_NUMBERS = ['opensDaysBefore', 'slotMinutes', 'slotCapacity'] as const

/** From a time on, so many per cent of what is put aside for elders still is: as it is typed. */
export interface ReleaseLine {
  at: string
  kept: string
}

/** How a meal is served, as it is typed. */
export type PlanForm = Record<(typeof PLAN_TIMES)[number] | (typeof PLAN_NUMBERS)[number], string> &
  Pick<MealPlan, 'freezeDayBefore' | 'servesWeekend' | 'servesHoliday'> & { releases: ReleaseLine[] }

/** What is wrong with a field and what to do, by the path that the server gives the field (`releases.0.at`), in the order of the form. */
export type PlanProblems = Record<string, string>

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
    releases: plan.releases.map(({ at, keptPercent }) => ({ at, kept: String(keptPercent) })),
    servesWeekend: plan.servesWeekend,
    servesHoliday: plan.servesHoliday,
  }
}

/** A time as it is typed (`9:05`, `11：30`) in the form of the server; null when it is none. */
function timeOf(text: string): string | null {
  const match = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(text.trim())
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}` : null
}

/** A whole number as it is typed; null when it is none. */
function numberOf(text: string): number | null {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null
}

/** What has to be put right before a plan can be kept. How times must follow each other the server says. */
export function problemsOfPlan(form: PlanForm): PlanProblems {
  const problems: PlanProblems = {}
  for (const name of PLAN_TIMES) if (timeOf(form[name]) === null) problems[name] = TEXT.timeWrong
  for (const name of PLAN_NUMBERS) if (numberOf(form[name]) === null) problems[name] = TEXT.numberWrong
  form.releases.forEach(({ at, kept }, index) => {
    const percent = numberOf(kept)
    if (timeOf(at) === null) problems[`releases.${index}.at`] = TEXT.timeWrong
    if (percent === null || percent > 99) problems[`releases.${index}.keptPercent`] = TEXT.percentWrong
  })
  return problems
}

/** The request of a form without problems. */
export function planOf(form: PlanForm): MealPlan {
  const time = (text: string): string => timeOf(text) ?? ''
  const number = (text: string): number => numberOf(text) ?? 0
  return {
    opensDaysBefore: number(form.opensDaysBefore),
    opensAt: time(form.opensAt),
    freezeAt: time(form.freezeAt),
    freezeDayBefore: form.freezeDayBefore,
    cutOffAt: time(form.cutOffAt),
    servingFrom: time(form.servingFrom),
    servingTo: time(form.servingTo),
    slotMinutes: number(form.slotMinutes),
    slotCapacity: number(form.slotCapacity),
    releases: form.releases.map(({ at, kept }) => ({ at: time(at), keptPercent: number(kept) })),
    servesWeekend: form.servesWeekend,
    servesHoliday: form.servesHoliday,
  }
}

/** The first problem of a form, with the words that stand at its field: `几点截单：不能晚于收餐`. Empty without problems. */
export function firstProblem(problems: PlanProblems): string {
  const [first] = Object.entries(problems)
  if (first === undefined) return ''
  const [path, problem] = first
  const [part = '', index, field] = path.split('.')
  const name = [...PLAN_TIMES, ...PLAN_NUMBERS].find((one) => one === part)
  if (name) return `${TEXT[name]}：${problem}`
  if (part !== 'releases' || index === undefined) return problem
  return `${field === 'at' ? TEXT.releaseAt(Number(index) + 1) : TEXT.releaseKept(Number(index) + 1)}：${problem}`
}

/** What of two plans is not the same, by its label. */
export function planDifferences(one: PlanForm, other: PlanForm): string[] {
  const fields = [...PLAN_TIMES, ...PLAN_NUMBERS].filter((name) => one[name].trim() !== other[name].trim())
  const days = one.servesWeekend !== other.servesWeekend || one.servesHoliday !== other.servesHoliday
  return [
    ...fields.map((name) => TEXT[name].replace(/（.*$/, '')),
    ...(one.freezeDayBefore === other.freezeDayBefore ? [] : [TEXT.freezeDayBefore]),
    ...(JSON.stringify(one.releases) === JSON.stringify(other.releases) ? [] : [TEXT.releasesShort]),
    ...(days ? [TEXT.when] : []),
  ]
}
