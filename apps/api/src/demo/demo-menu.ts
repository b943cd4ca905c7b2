import type { DishKind, Meal } from '@wanli/contracts/canteen'
import { percentFen } from '@wanli/kernel/money'
import { addDays, daysBetween, instantOf } from '@wanli/kernel/shanghai-time'

import type { Station } from '../canteen/dish.entity.js'

/** Times of a meal as `HH:MM` in Shanghai; `freezeDayBefore` when the kitchen counts on the evening before. */
interface MealTimes {
  freeze: string
  freezeDayBefore: boolean
  cutOff: string
  from: string
  to: string
}

/** The demo canteen's day: lunch freezes at 10:30 and takes orders until 11:30, as the design notes give for lunch. */
const TIMES: Record<Meal, MealTimes> = {
  breakfast: { freeze: '20:00', freezeDayBefore: true, cutOff: '08:00', from: '06:30', to: '09:00' },
  lunch: { freeze: '10:30', freezeDayBefore: false, cutOff: '11:30', from: '11:00', to: '13:00' },
  dinner: { freeze: '15:30', freezeDayBefore: false, cutOff: '16:30', from: '16:30', to: '18:30' },
}

/** How many dishes of a kind a sitting has, and portions of each. */
const PLAN: Record<Meal, Partial<Record<DishKind, { dishes: number; portions: number }>>> = {
  breakfast: { 主食: { dishes: 3, portions: 60 }, 点心: { dishes: 4, portions: 60 } },
  lunch: {
    荤: { dishes: 4, portions: 36 },
    半荤: { dishes: 3, portions: 40 },
    素: { dishes: 3, portions: 45 },
    主食: { dishes: 2, portions: 120 },
    汤: { dishes: 2, portions: 60 },
    点心: { dishes: 1, portions: 24 },
    套餐: { dishes: 2, portions: 20 },
  },
  dinner: {
    荤: { dishes: 3, portions: 24 },
    半荤: { dishes: 2, portions: 28 },
    素: { dishes: 2, portions: 30 },
    主食: { dishes: 3, portions: 80 },
    汤: { dishes: 1, portions: 40 },
    点心: { dishes: 1, portions: 20 },
  },
}

/** Portions of the first 荤 dish of a lunch: a fish that runs short, so that scarcity is seen. */
const SCARCE_PORTIONS = 4

const SLOT_MINUTES = 10
const SLOT_CAPACITY = 24
const EPOCH = '2026-01-01'
const OPENS_DAYS_BEFORE = 7

/** Every meal of a day, in order. */
export const MEALS: readonly Meal[] = ['breakfast', 'lunch', 'dinner']

/** A dish as the planner looks at it. */
export interface PlannedDish {
  id: string
  kind: DishKind
  meals: Meal[]
}

/** Instants of a sitting on a day. */
export function sittingTimes(
  day: string,
  meal: Meal,
): Record<'opensAt' | 'freezeAt' | 'cutOffAt' | 'servingFrom' | 'servingTo', Date> {
  const times = TIMES[meal]
  return {
    opensAt: instantOf(addDays(day, -OPENS_DAYS_BEFORE), '06:00'),
    freezeAt: instantOf(times.freezeDayBefore ? addDays(day, -1) : day, times.freeze),
    cutOffAt: instantOf(day, times.cutOff),
    servingFrom: instantOf(day, times.from),
    servingTo: instantOf(day, times.to),
  }
}

/** When what is put aside for elders becomes everybody's: half, a quarter, nothing (canteen page, point 4, for lunch). */
const RELEASES: Record<Meal, { at: string; keptPercent: number }[]> = {
  breakfast: [],
  lunch: [
    { at: '11:15', keptPercent: 50 },
    { at: '11:45', keptPercent: 25 },
    { at: '12:15', keptPercent: 0 },
  ],
  dinner: [
    { at: '17:00', keptPercent: 50 },
    { at: '17:30', keptPercent: 25 },
    { at: '18:00', keptPercent: 0 },
  ],
}

/** Portions that are put aside for elders and deliveries, of those that are cooked. */
export const keptPortions = (meal: Meal, portions: number): number =>
  RELEASES[meal].length === 0 ? 0 : Math.floor(portions / 3)

/** The steps by which they become everybody's. */
export const poolSteps = (day: string, meal: Meal): { from: string; keptPercent: number }[] =>
  RELEASES[meal].map(({ at, keptPercent }) => ({ from: instantOf(day, at).toISOString(), keptPercent }))

/** Where in the kitchen a kind of dish is made. */
const STATIONS: Record<DishKind, Station> = {
  荤: 'hot',
  半荤: 'hot',
  素: 'hot',
  主食: 'staple',
  点心: 'steam',
  汤: 'soup',
  套餐: 'hot',
}

/** Where in the kitchen a dish of this kind is made. */
export const stationOf = (kind: DishKind): Station => STATIONS[kind]

/** What an invented portion costs the canteen, of its price. */
const COST_PERCENT = 55

/** What an invented portion costs the canteen, in fen. */
export const costOf = (priceFen: number): number => percentFen(priceFen, COST_PERCENT)

/** Pick-up slots of a sitting: ten minutes each. */
export function slotTimes(day: string, meal: Meal): { fromAt: Date; toAt: Date; capacity: number }[] {
  const { servingFrom, servingTo } = sittingTimes(day, meal)
  const slots: { fromAt: Date; toAt: Date; capacity: number }[] = []
  for (let at = servingFrom.getTime(); at < servingTo.getTime(); at += SLOT_MINUTES * 60_000) {
    slots.push({ fromAt: new Date(at), toAt: new Date(at + SLOT_MINUTES * 60_000), capacity: SLOT_CAPACITY })
  }
  return slots
}

/** Dishes of a sitting with their portions: the catalogue goes round, so that each day differs and a week repeats little. */
export function menuOf<Dish extends PlannedDish>(
  dishes: readonly Dish[],
  day: string,
  meal: Meal,
): { dish: Dish; portions: number }[] {
  const turn = daysBetween(EPOCH, day)
  return Object.entries(PLAN[meal]).flatMap(([kind, { dishes: count, portions }]) => {
    const candidates = dishes.filter((dish) => dish.kind === kind && dish.meals.includes(meal))
    // Turned so that today's first dish is another one than yesterday's.
    const first = candidates.length === 0 ? 0 : (turn * count) % candidates.length
    const chosen = [...candidates.slice(first), ...candidates.slice(0, first)].slice(0, count)
    return chosen.map((dish, index) => ({
      dish,
      portions: meal === 'lunch' && kind === '荤' && index === 0 ? SCARCE_PORTIONS : portions,
    }))
  })
}
