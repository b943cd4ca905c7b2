import { useCallback, useEffect } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import { cartOf, keepCart, useCart } from './cart-store'
import { hushMenu, tellOnMenu, useMenuNews } from './menu-news'
import { fitCart, type Cart, type CartAction } from './model/cart'
import { CANTEEN_TEXT } from './text'

/**
 * The cart of a sitting, kept in step with what is still offered: what ran out goes, and `news` says so in a sentence until the
 * person changes something. Only while the page is in view (`shown`): under a checkout the same cart is being paid for, and must not
 * shrink behind the person's back.
 */
export function useFittedCart(
  sittingId: string,
  sitting: SittingView | undefined,
  shown: boolean,
): { cart: Cart; change: (action: CartAction) => void; news: string | null } {
  const { cart, change } = useCart(sittingId)
  const news = useMenuNews(sittingId)
  useEffect(() => {
    if (!shown || sitting?.id !== sittingId) return
    const fitted = fitCart(cartOf(sittingId), sitting.offers)
    keepCart(sittingId, fitted.cart)
    const { gone, fewer } = CANTEEN_TEXT.menu
    const sentences = [
      ...(fitted.gone.length > 0 ? [gone(fitted.gone)] : []),
      ...(fitted.fewer.length > 0 ? [fewer(fitted.fewer)] : []),
    ]
    if (sentences.length > 0) tellOnMenu(sittingId, sentences.join('。'))
  }, [sitting, sittingId, shown])
  const changeAndHush = useCallback(
    (action: CartAction) => {
      hushMenu(sittingId)
      change(action)
    },
    [change, sittingId],
  )
  return { cart, change: changeAndHush, news }
}
