import type { Face } from '@wanli/contracts/people'

import { dice } from './demo-dice.js'
import type { DemoPerson } from './demo-person.js'
import list from './regulars.json' with { type: 'json' }

/** How somebody has lunch at the canteen: what they like, where they order, how they pay, and how often they come. */
export interface Habit {
  taste: 'elder' | 'worker' | 'guest'
  door: 'app' | 'counter'
  payBy: 'wallet' | 'counter'
  workdayPercent: number
  weekendPercent: number
}

/** Somebody who has eaten at the canteen for weeks. */
export interface Regular {
  person: DemoPerson
  habit: Habit
}

interface Row {
  name: string
  face: string
  age?: number
  estate?: string
  welfare?: string
  hukou?: string
}

const NEIGHBOURHOOD = '普陀区万里街道'
/** Above this age nobody of the demo orders in the app by themselves. */
const LAST_APP_AGE = 71
/** Birthdays are so many days ago, so that nobody's age changes within the past that is shown, nor for some weeks. */
const BIRTHDAYS = { fromDaysAgo: 45, days: 280 }
/** A wallet that pays for more lunches than there are days of the past, however rich they are. */
const WALLET = { leastFen: 60_000, stepFen: 1_000, steps: 30 }
/** Meal cards of those who pay from their wallet at the counter, by their place in the list. */
const FIRST_CARD = 80_630_100

function regularOf(row: Row, place: number, habit: Habit): Regular {
  const key = `regular-${place + 1}`
  const { name, age, estate, welfare, hukou } = row
  const wallet = WALLET.leastFen + WALLET.stepFen * Math.floor(dice('wallet', key) * WALLET.steps)
  const person: DemoPerson = {
    key,
    persona: false,
    name,
    face: row.face as Face,
    estate: estate ?? null,
    roles: ['resident'],
    facts:
      estate === undefined
        ? {}
        : {
            residence: NEIGHBOURHOOD,
            hukou: hukou ?? '上海',
            ...(welfare === undefined ? {} : { welfare_class: welfare }),
          },
    age: age ?? null,
    birthdayDaysAgo: BIRTHDAYS.fromDaysAgo + Math.floor(dice('birthday', key) * BIRTHDAYS.days),
    balanceFen: habit.payBy === 'wallet' ? wallet : 0,
    ...(habit.payBy === 'wallet' && habit.door === 'counter' ? { cardNumber: String(FIRST_CARD + place) } : {}),
  }
  return { person, habit }
}

function elderHabit(row: Row, place: number): Habit {
  const inApp = (row.age ?? 0) <= LAST_APP_AGE && dice('app', place) < 0.5
  const workdayPercent = 66 + Math.floor(dice('comes', place) * 32)
  return {
    taste: 'elder',
    door: inApp ? 'app' : 'counter',
    payBy: inApp || dice('card', place) < 0.5 ? 'wallet' : 'counter',
    workdayPercent,
    weekendPercent: workdayPercent - 12,
  }
}

function workerHabit(place: number): Habit {
  const inApp = dice('app', place) < 0.8
  return {
    taste: 'worker',
    door: inApp ? 'app' : 'counter',
    payBy: inApp ? 'wallet' : 'counter',
    workdayPercent: 76,
    weekendPercent: 6,
  }
}

const NEIGHBOURS: readonly Row[] = list.neighbours
const WORKERS: readonly Row[] = list.workers

/**
 * Who fills the canteen: neighbours of 60 and over, of whom a lunch has two in three of its eaters, so there are as many as that takes;
 * and people who work nearby. None of them can sign in.
 */
export const DEMO_REGULARS: readonly Regular[] = [
  ...NEIGHBOURS.map((row, place) => regularOf(row, place, elderHabit(row, place))),
  ...WORKERS.map((row, place) => regularOf(row, NEIGHBOURS.length + place, workerHabit(NEIGHBOURS.length + place))),
]

/** Regulars among the people of the demo, who come every day and pay cash. */
export const DAILY_HABIT: Habit = {
  taste: 'elder',
  door: 'app',
  payBy: 'counter',
  workdayPercent: 100,
  weekendPercent: 100,
}

/** People who come in from the street, each of them once. */
export const GUEST_HABIT: Habit = {
  taste: 'guest',
  door: 'counter',
  payBy: 'counter',
  workdayPercent: 100,
  weekendPercent: 100,
}
