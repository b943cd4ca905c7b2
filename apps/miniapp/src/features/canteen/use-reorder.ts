import { useState } from 'react'
import type { OrderView, SittingBrief } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { callAgain } from '@/shared/http/call'
import { serverNow } from '@/shared/http/server-clock'
import { go } from '@/shared/navigation'
import { dayAndMeal } from '@/shared/text/when'
import { toast } from '@/shared/ui/toast'
import { cartOf, keepCart } from './cart-store'
import { countOf, EMPTY_CART } from './model/cart'
import { pickSitting, takesOrders } from './model/days'
import { reorder, reorderWords } from './model/reorder'
import { CANTEEN_TEXT } from './text'
import { tellOnMenu } from './menu-news'

/** The next sitting that takes orders: the same meal before any other. */
function nextSittingFor(order: OrderView, sittings: readonly SittingBrief[]): SittingBrief | null {
  const open = sittings.filter(takesOrders)
  const sameMeal = open.filter((sitting) => sitting.meal === order.meal)
  return pickSitting(sameMeal.length > 0 ? sameMeal : open, serverNow())
}

/** Puts what the next sitting has of an order into its cart, in place of what is in it, and opens its menu. */
async function fillCart(order: OrderView, next: SittingBrief, forPersonId: string | null): Promise<void> {
  const query = forPersonId ? { forPersonId } : {}
  const sitting = await callAgain('GET /canteen/sittings/:id', { params: { id: next.id }, query })
  const again = reorder(order.lines, sitting.offers)
  keepCart(next.id, { ...EMPTY_CART, lines: again.lines, forPersonId, mode: order.mode })
  tellOnMenu(next.id, reorderWords(mealOf(next), again))
  go('/features/canteen/pages/menu/index', { day: next.day, meal: next.meal })
}

const mealOf = ({ day, meal }: SittingBrief): string => dayAndMeal(day, meal, businessDayOf(serverNow()))

/** How having an order again stands. */
export interface Reordering {
  busy: boolean
  /** What would be taken out of the basket, in a sentence; null when nothing is asked. */
  question: string | null
  again: () => void
  /** Takes out what is in the basket. */
  confirm: () => void
  leave: () => void
}

/**
 * 再来一份: puts the dishes of an order into the cart of the next sitting and opens its menu, which says whose basket it is and what is not
 * cooked that day. Asks first when somebody has chosen something for that sitting already.
 */
export function useReorder(order: OrderView, callerId: string | undefined): Reordering {
  const [busy, setBusy] = useState(false)
  const [filled, setFilled] = useState<SittingBrief | null>(null)
  const forPersonId = order.eater.id === callerId ? null : order.eater.id
  const run = (work: () => Promise<void>): void => {
    if (busy) return
    setBusy(true)
    work()
      .catch((thrown: unknown) => toast(asApiError(thrown).detail))
      .finally(() => {
        setBusy(false)
      })
  }
  const begin = async (): Promise<void> => {
    const { items } = await callAgain('GET /canteen/sittings', { query: { canteenId: order.canteen.id } })
    const next = nextSittingFor(order, items)
    if (!next) toast(CANTEEN_TEXT.order.noNext)
    else if (countOf(cartOf(next.id)) > 0) setFilled(next)
    else await fillCart(order, next, forPersonId)
  }
  const replace = async (next: SittingBrief): Promise<void> => {
    await fillCart(order, next, forPersonId).finally(() => setFilled(null))
  }
  return {
    busy,
    question: filled && CANTEEN_TEXT.order.againBody(mealOf(filled), countOf(cartOf(filled.id))),
    again: () => run(begin),
    confirm: () => filled && run(() => replace(filled)),
    leave: () => setFilled(null),
  }
}
