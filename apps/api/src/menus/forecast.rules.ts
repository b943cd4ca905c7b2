import type { DayKind, DayMark } from '@wanli/contracts/time'
import type { ForecastBasis } from '@wanli/contracts/manage'
import { monthDayText, weekdayText } from '@wanli/kernel/shanghai-time'

import { isWorked } from './calendar.rules.js'

/** How often a dish was wanted at one meal of one day: what was sold and not cancelled, in half portions. */
export interface PastServing {
  day: string
  kind: DayKind
  soldHalves: number
  /** Whether it ran out, so that more might have been wanted. */
  ranOut: boolean
}

/** What a forecast is made of. `past` holds the servings of the last four weeks, in any order. */
export interface ForecastFacts {
  target: DayMark
  past: readonly PastServing[]
  soldHalves: number
  /** What its canteen means to cook: what is published, or what is drafted for it. */
  plan: { portions: number; isPublished: boolean }
}

export interface Forecast {
  portions: number
  basis: ForecastBasis
  because: string
}

/** Servings that a forecast looks back on, at most. */
const LOOK_BACK = 4
/** Fewer than these say nothing. */
const ENOUGH = 2

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const high = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2
}

const portionsOf = (halves: number): number => Math.ceil(halves / 2)

/** Days that are as the target is: the same weekday, where both are what their weekday says. */
function likeDays({ target, past }: ForecastFacts): { basis: ForecastBasis; like: PastServing[] } {
  const ordinary = target.kind === 'workday' || target.kind === 'weekend'
  const latest = [...past].sort((a, b) => (a.day < b.day ? 1 : -1))
  const sameWeekday = latest.filter(
    ({ day, kind }) => ordinary && kind === target.kind && weekdayText(day) === weekdayText(target.day),
  )
  if (sameWeekday.length >= ENOUGH) return { basis: 'same_weekday', like: sameWeekday.slice(0, LOOK_BACK) }
  const sameKind = latest.filter(({ kind }) => isWorked(kind) === isWorked(target.kind))
  if (sameKind.length >= ENOUGH) return { basis: 'same_kind_of_day', like: sameKind.slice(0, LOOK_BACK) }
  if (latest.length > 0) return { basis: 'last_times', like: latest.slice(0, LOOK_BACK) }
  return { basis: 'planned', like: [] }
}

/**
 * How many portions of a dish to cook: the median of the last like days, one in ten more where it ran out on most of them, never less
 * than what is ordered already. Like days are the same weekday; a made-up workday (调休) is like workdays and a holiday like weekends.
 * The sentence names every figure, so that a cook can check it.
 */
export function forecastOf(facts: ForecastFacts): Forecast {
  const { target, soldHalves, plan } = facts
  const { basis, like } = likeDays(facts)
  const sold = portionsOf(soldHalves)
  const ordered = sold > 0 ? `；已订 ${sold} 份` : ''
  if (like.length === 0) {
    const portions = Math.max(plan.portions, sold)
    const where = plan.isPublished ? '菜单' : '草稿'
    return { portions, basis, because: `过去四周没有做过，按${where}的 ${plan.portions} 份${ordered}` }
  }
  const counts = like.map((one) => portionsOf(one.soldHalves))
  const ranOut = like.filter((one) => one.ranOut).length * 2 > like.length
  const usual = Math.ceil(median(counts) * (ranOut ? 1.1 : 1))
  const more = ranOut ? '，多半卖光，加一成' : ''
  const because = `按${spanText(target, basis, like)}：${counts.join('、')} 份${more}${ordered}`
  return { portions: Math.max(usual, sold), basis, because }
}

function spanText(target: DayMark, basis: ForecastBasis, like: readonly PastServing[]): string {
  if (basis === 'same_weekday') return `过去 ${like.length} 个${weekdayText(target.day)}`
  if (basis === 'same_kind_of_day') {
    const day = isWorked(target.kind) ? '工作日' : '休息日'
    const why = target.kind === 'makeup_workday' ? '（调休上班）' : target.kind === 'holiday' ? '（放假）' : ''
    return `最近 ${like.length} 个${day}${why}`
  }
  return `上${like.length === 1 ? '次' : ` ${like.length} 次`}（${like.map(({ day }) => monthDayText(day)).join('、')}）`
}
