import type { ServiceMode } from '@wanli/contracts/canteen'

import type { Sitting } from '../canteen/sitting.entity.js'
import type { Slot } from '../canteen/slot.entity.js'
import { isWorked, markOf } from '../menus/calendar.rules.js'

import { dice } from './demo-dice.js'
import { GUEST_HABIT, type Habit } from './demo-regulars.js'

/** Somebody who may come for lunch. `key` is what their dice are asked by; guests share one person. */
export interface Eater {
  key: string
  personId: string
  habit: Habit
}

/** One lunch of one person on a day, without its dishes. */
export interface Visit {
  eater: Eater
  mode: Exclude<ServiceMode, 'delivery'>
  slotId: string | null
  orderedAt: Date
  /** Null when they ordered and nobody came for it. */
  handedOverAt: Date | null
}

const MINUTE_MS = 60_000
/** When who comes: a part of the serving time, most of them in its middle. Elders first, offices at noon. */
const COMES: Record<Habit['taste'], { from: number; span: number }> = {
  elder: { from: 0, span: 0.6 },
  worker: { from: 0.3, span: 0.6 },
  guest: { from: 0.05, span: 0.85 },
}
/** Of those who eat so, how many take it home or to their desk. */
const PICK_UP: Record<Habit['taste'], number> = { elder: 0.13, worker: 0.5, guest: 0.3 }
/** Orders in the app come in over so many hours before the kitchen's freeze: from the evening before on. */
const ORDERING_HOURS = 15
/** At the counter a meal is handed over after so many minutes. */
const COUNTER_MINUTES = { least: 1, more: 4 }
/** Of the meals that were ordered in the app, how many nobody fetched. */
const LOST = 0.03
/** Guests of a day, and how many more there may be. */
const GUESTS = { workday: 32, weekend: 17, more: 10 }

/** Who has lunch on a day, in the order in which they ordered. Takes places of slots away from what is left of them. */
export function visitsOf(sitting: Sitting, regulars: readonly Eater[], guestId: string, slots: Slot[]): Visit[] {
  const { day } = sitting
  const worked = isWorked(markOf(day).kind)
  // Some days bring out more people than others.
  const weather = 0.95 + 0.15 * dice('weather', day)
  const came = regulars.filter(({ key, habit }) => {
    const percent = worked ? habit.workdayPercent : habit.weekendPercent
    return percent === 100 || dice('comes', key, day) * 100 < percent * weather
  })
  const { workday, weekend, more } = GUESTS
  const count = (worked ? workday : weekend) + Math.floor(dice('guests', day) * more)
  const guests = Array.from({ length: count }, (_, n): Eater => ({
    key: `guest-${n}`,
    personId: guestId,
    habit: GUEST_HABIT,
  }))
  return [...came, ...guests]
    .map((eater) => visitOf(sitting, eater, slots))
    .sort((a, b) => a.orderedAt.getTime() - b.orderedAt.getTime())
}

function visitOf(sitting: Sitting, eater: Eater, slots: Slot[]): Visit {
  const { key, habit } = eater
  const roll = (what: string): number => dice(what, key, sitting.day)
  const opens = sitting.servingFrom.getTime()
  const { from, span } = COMES[habit.taste]
  // The middle of two throws: few come at either end.
  const part = from + (span * (roll('early') + roll('late'))) / 2
  const comes = opens + part * (sitting.servingTo.getTime() - opens)
  const mode = roll('mode') < PICK_UP[habit.taste] ? ('pick_up' as const) : ('dine_in' as const)
  if (habit.door === 'counter') {
    const handedOverAt = comes + (COUNTER_MINUTES.least + COUNTER_MINUTES.more * roll('queue')) * MINUTE_MS
    return { eater, mode, slotId: null, orderedAt: new Date(comes), handedOverAt: new Date(handedOverAt) }
  }
  const orderedAt = sitting.freezeAt.getTime() - roll('ordered') * ORDERING_HOURS * 60 * MINUTE_MS
  // Whoever is there every day is there.
  const lost = habit.workdayPercent < 100 && roll('lost') < LOST
  return {
    eater,
    mode,
    slotId: takeSlot(slots, comes),
    orderedAt: new Date(orderedAt),
    handedOverAt: lost ? null : new Date(comes),
  }
}

/** The slot of an instant, or the next one with a place. */
function takeSlot(slots: Slot[], at: number): string | null {
  const slot = slots.find(({ toAt, taken, capacity }) => toAt.getTime() > at && taken < capacity)
  if (slot === undefined) return null
  slot.taken += 1
  return slot.id
}
