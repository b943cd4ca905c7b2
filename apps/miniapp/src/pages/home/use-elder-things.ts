import type { OrderListItem } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { useWholeOrder } from './api/get-order'
import type { ElderThing } from './model/elder-words'
import { called, nextThings } from './model/next-thing.rules'

/** More than these an old person does not take in at a glance. */
const SHOWN = 2

/** What the care home shows and reads aloud; undefined while the orders are not known. */
export function useElderThings(
  orders: readonly OrderListItem[] | undefined,
  person: PersonView | null,
  now: Date,
): ElderThing[] | undefined {
  const things = orders && nextThings(orders, now).slice(0, SHOWN)
  const unpaid = things?.find(({ phase }) => phase === 'unpaid')?.order.id ?? ''
  const { data: whole } = useWholeOrder(unpaid)
  if (!person) return undefined
  return things?.map((thing) => ({
    thing,
    who: called(thing.order, person),
    pay: thing.order.id === unpaid ? whole : undefined,
  }))
}
