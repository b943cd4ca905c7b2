import type { OrderListItem } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import type { Span } from '@wanli/contracts/time'
import { minutesUntil } from '@wanli/kernel/shanghai-time'
import { atWindow, waitsAtWindow } from '@/shared/text/order-words'

/** Minutes before the end of serving from which an uncollected meal is urgent. */
const ENDING_MINUTES = 20

/**
 * The order to think of next. `search`: nobody answered the door, and its eater is looked for; `coming` is brought home; `cooking` is on
 * the stove though its time has come; `offered` waits for somebody who takes it, and is the eater's until then. `minutes` until it can be
 * collected (waiting, offered), or until serving ends (cooking, ready, ending); 0 while it waits for money or somebody is looked for.
 */
export interface NextThing {
  order: OrderListItem
  phase: 'search' | 'unpaid' | 'waiting' | 'cooking' | 'ready' | 'ending' | 'coming' | 'offered'
  minutes: number
}

/** When the eater may come: the slot they chose, otherwise the whole serving time. */
export function collectFrom(order: Pick<OrderListItem, 'slot' | 'serving'>): Date {
  return new Date((order.slot ?? order.serving).from)
}

/** When the eater may come, at `now`: in the slot they chose, and once that has begun until serving ends. */
export function fetchSpan(order: Pick<OrderListItem, 'slot' | 'serving'>, now: Date): Span {
  const span = order.slot ?? order.serving
  return now < new Date(span.from) ? span : { from: span.from, to: order.serving.to }
}

const awaits = ({ status }: OrderListItem): boolean =>
  waitsAtWindow(status) || status === 'placed' || status === 'offered'

/** Nobody answered the door: it is the eater that matters now, not the meal. */
const isSearch = ({ status }: OrderListItem): boolean => status === 'undelivered' || status === 'welfare_check'

/** A meal that has left for its eater is thought of until it is had, however late it is. */
const isOnItsWay = (order: OrderListItem): boolean => order.status === 'out_for_delivery' || isSearch(order)

const RANKS: Readonly<Partial<Record<NextThing['phase'], number>>> = { search: 0, unpaid: 1 }
const rank = ({ phase }: NextThing): number => RANKS[phase] ?? Object.keys(RANKS).length

/**
 * The open orders that can still be collected, soonest first, each with how urgent it is. Whoever did not answer the door comes before
 * everything, and what waits for money before all other meals: it is lost in minutes.
 */
export function nextThings(orders: readonly OrderListItem[], now: Date): NextThing[] {
  return orders
    .filter((order) => isOnItsWay(order) || (awaits(order) && new Date(order.serving.to) > now))
    .map((order) => {
      if (isSearch(order)) return { order, phase: 'search' as const, minutes: 0 }
      if (order.status === 'placed') return { order, phase: 'unpaid' as const, minutes: 0 }
      const from = collectFrom(order)
      if (order.status === 'offered') return { order, phase: 'offered' as const, minutes: minutesUntil(now, from) }
      if (order.mode === 'delivery') return { order, phase: 'coming' as const, minutes: minutesUntil(now, from) }
      const end = new Date(order.serving.to)
      const stands = atWindow(order, now)
      if (stands === 'wait') return { order, phase: 'waiting' as const, minutes: minutesUntil(now, from) }
      const minutes = minutesUntil(now, end)
      if (stands === 'cooking') return { order, phase: 'cooking' as const, minutes }
      return { order, phase: minutes <= ENDING_MINUTES ? ('ending' as const) : ('ready' as const), minutes }
    })
    .sort((a, b) => rank(a) - rank(b) || collectFrom(a.order).getTime() - collectFrom(b.order).getTime())
}

const NUMBERLESS: readonly NextThing['phase'][] = ['search', 'unpaid', 'offered']

/** Whether its number is of use: the window gives nothing for that of a meal which waits for money or for a taker. */
export const hasNumber = ({ phase }: Pick<NextThing, 'phase'>): boolean => !NUMBERLESS.includes(phase)

/** What the person calls who eats: '' for themself, `妈妈` for somebody they act for, else the name. */
export function called(order: Pick<OrderListItem, 'eater'>, me: Pick<PersonView, 'id' | 'actsFor'>): string {
  if (order.eater.id === me.id) return ''
  const mandate = me.actsFor.find((held) => held.person.id === order.eater.id)
  return mandate?.relation || order.eater.name
}
