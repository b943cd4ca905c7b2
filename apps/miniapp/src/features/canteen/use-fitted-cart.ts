import { useEffect, useState } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import { fitCart, type Cart, type CartAction } from './model/cart'
import { cartOf, keepCart, useCart } from './model/cart-store'
import { CANTEEN_TEXT } from './text'

const carried = new Map<string, string>()

/** Something to say once, when the menu of a sitting is opened next: what an order that is repeated could not bring along. */
export function tellOnMenu(sittingId: string, text: string): void {
  carried.set(sittingId, text)
}

/**
 * The cart of a sitting, kept in step with what is still offered: what ran out goes, and `news` says so in a sentence until
 * another sitting is shown.
 */
export function useFittedCart(
  sittingId: string,
  sitting: SittingView | undefined,
): { cart: Cart; change: (action: CartAction) => void; news: string | null } {
  const { cart, change } = useCart(sittingId)
  const [news, setNews] = useState<{ sittingId: string; text: string } | null>(() => {
    const text = carried.get(sittingId)
    carried.delete(sittingId)
    return text === undefined ? null : { sittingId, text }
  })
  useEffect(() => {
    if (!sitting || sitting.id !== sittingId) return
    const fitted = fitCart(cartOf(sittingId), sitting.offers)
    keepCart(sittingId, fitted.cart)
    const { gone, fewer } = CANTEEN_TEXT.menu
    const sentences = [
      ...(fitted.gone.length > 0 ? [gone(fitted.gone)] : []),
      ...(fitted.fewer.length > 0 ? [fewer(fitted.fewer)] : []),
    ]
    if (sentences.length > 0) setNews({ sittingId, text: sentences.join('。') })
  }, [sitting, sittingId])
  return { cart, change, news: news?.sittingId === sittingId ? news.text : null }
}
