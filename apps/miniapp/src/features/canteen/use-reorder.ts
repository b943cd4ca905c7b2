import { useState } from 'react'
import type { OrderView, SittingBrief } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { callAgain } from '@/shared/http/call'
import { serverNow } from '@/shared/http/server-clock'
import { go } from '@/shared/navigation'
import { dayAndMeal } from '@/shared/text/when'
import { toast } from '@/shared/ui/toast'
import { EMPTY_CART } from './model/cart'
import { keepCart } from './cart-store'
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

async function fillCart(order: OrderView, forPersonId: string | null): Promise<SittingBrief | null> {
  const { items } = await callAgain('GET /canteen/sittings', { query: { canteenId: order.canteen.id } })
  const next = nextSittingFor(order, items)
  if (!next) return null
  const query = forPersonId ? { forPersonId } : {}
  const sitting = await callAgain('GET /canteen/sittings/:id', { params: { id: next.id }, query })
  const again = reorder(order.lines, sitting.offers)
  keepCart(next.id, { ...EMPTY_CART, lines: again.lines, forPersonId, mode: order.mode })
  tellOnMenu(next.id, reorderWords(dayAndMeal(next.day, next.meal, businessDayOf(serverNow())), again))
  return next
}

/** 再来一份: puts the dishes of an order into the cart of the next sitting and opens its menu, which says whose basket it is and what is not cooked that day. */
export function useReorder(order: OrderView, callerId: string | undefined): { again: () => void; busy: boolean } {
  const [busy, setBusy] = useState(false)
  const again = (): void => {
    if (busy) return
    setBusy(true)
    fillCart(order, order.eater.id === callerId ? null : order.eater.id)
      .then((next) => {
        if (next) go('/features/canteen/pages/menu/index', { day: next.day, meal: next.meal })
        else toast(CANTEEN_TEXT.order.noNext)
      })
      .catch((thrown: unknown) => toast(asApiError(thrown).detail))
      .finally(() => setBusy(false))
  }
  return { again, busy }
}
