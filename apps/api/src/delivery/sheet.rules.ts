import type { StoredOrderStatus } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'

import type { Diet } from '../canteen/diet.entity.js'
import type { OrderLine } from '../canteen/order-line.entity.js'
import type { Order } from '../canteen/order.entity.js'
import { NEXT_STATUSES } from '../canteen/order.rules.js'

import type { OpenAddress } from './address.rules.js'
import type { Attempt } from './attempt.entity.js'
import type { LadderContact, LadderPeople } from './ladder.rules.js'
import type { Run } from './run.entity.js'
import type { Stop } from './stop.entity.js'
import { inOrder, type Door } from './way.rules.js'

/** States of a meal that a courier can take along. */
export const TAKEABLE: readonly StoredOrderStatus[] = (Object.keys(NEXT_STATUSES) as StoredOrderStatus[]).filter(
  (status) => NEXT_STATUSES[status].some((next: StoredOrderStatus) => next === 'out_for_delivery'),
)

/** A courier who is late may still leave in this time after the window has closed. */
export const LATE_MS = 60 * 60_000

/** States in which the courier has the meal, and somebody waits for it or is looked for. */
export const ON_THE_WAY: readonly StoredOrderStatus[] = ['out_for_delivery', 'undelivered', 'welfare_check']

/** A meal of a run with its door; `stop` is null while it waits at the canteen. */
export interface SheetStop {
  order: Order
  address: OpenAddress
  stop: Stop | null
  position: number
}

/** Everything a stop's view is made of, besides its row. */
export interface SheetFacts {
  people: Map<string, PersonBrief>
  birthDays: Map<string, string>
  lines: OrderLine[]
  diets: Diet[]
  attempts: Attempt[]
  callable: Map<string, Callable>
}

/** Whom the ladder of a stop calls, with their numbers: those recorded with the address, then who may order for the eater. */
export interface Callable {
  phone: string | null
  contacts: LadderContact[]
  committee: { name: string; phone: string }
}

/** What the ladder's rules look at. */
export function ladderPeople({ phone, contacts, committee }: Callable): LadderPeople {
  const named = contacts.map(({ nth, who }) => ({ nth, who: who && { name: who.name, relation: who.relation } }))
  return { hasPhone: phone !== null, contacts: named, committee: committee.name }
}

const doorOf = ({ estate, ...door }: OpenAddress): Door => ({ ...door, estate: estate.position })

/** The meals of one run in the order of the way: those that have left in their places, then those that wait. */
export function sheetOf(
  run: Run,
  rows: { stops: readonly Stop[]; orders: readonly Order[]; addresses: ReadonlyMap<string, OpenAddress> },
): SheetStop[] {
  const meals = rows.orders.flatMap((order) => {
    const address = rows.addresses.get(order.addressId ?? '')
    const stop = rows.stops.find(({ orderId }) => orderId === order.id) ?? null
    if (address === undefined || order.sittingId !== run.sittingId) return []
    const isHere = stop === null ? address.estate.runNumber === run.number : stop.runId === run.id
    return isHere && order.status !== 'cancelled_by_canteen' ? [{ order, address, stop }] : []
  })
  const out = meals.flatMap(({ order, address, stop }) =>
    stop === null ? [] : [{ order, address, stop, position: stop.position }],
  )
  const last = Math.max(0, ...rows.stops.filter(({ runId }) => runId === run.id).map(({ position }) => position))
  const waiting = inOrder(
    meals.filter(({ stop }) => stop === null).map((meal) => ({ meal, ...doorOf(meal.address) })),
  ).map(({ meal }, n) => ({ ...meal, position: last + n + 1 }))
  return [...out.sort((a, b) => a.position - b.position), ...waiting]
}
