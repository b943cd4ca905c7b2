import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type {
  OrderView,
  PayBy,
  PlaceOrderRequest,
  QuoteRequest,
  QuoteView,
  SittingView,
} from '@wanli/contracts/canteen'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { isLostAnswer } from '@/shared/http/lost-answer'
import { queryClient } from '@/shared/http/query-client'
import { serverNow } from '@/shared/http/server-clock'
import { requireSession, useSession } from '@/shared/http/session'
import { placeOrder } from './api/place-order'
import type { Cart } from './model/cart'
import { missingFen } from './model/money'
import {
  ADDRESS_MISSING,
  overCap,
  refusalOf,
  SLOT_MISSING,
  TOO_LATE,
  tooLittleMoney,
  type Refusal,
} from './model/refusal'
import { chosenSlot } from './model/slots'

/** What a cart asks the price of; null when it is empty. */
export function quoteRequestOf(sittingId: string, cart: Cart): QuoteRequest | null {
  if (cart.lines.length === 0) return null
  return {
    sittingId,
    lines: cart.lines.map(({ offerId, quantity, portion }) => ({ offerId, quantity, portion })),
    mode: cart.mode,
    ...(cart.forPersonId ? { forPersonId: cart.forPersonId } : {}),
  }
}

/** What stands in the way of paying, as far as can be told without asking the server. */
function refusalBefore(sitting: SittingView, cart: Cart, quote: QuoteView, payBy: PayBy, now: Date): Refusal | null {
  if (new Date(sitting.cutOffAt) <= now) return TOO_LATE
  // Whatever time or door they choose.
  const beyond = overCap(quote)
  if (beyond) return beyond
  if (cart.mode === 'delivery') {
    if (!cart.addressId) return ADDRESS_MISSING
  } else if (sitting.slots.length > 0 && !chosenSlot(sitting.slots, cart.slotId, now)) return SLOT_MISSING
  const short = payBy === 'wallet' ? missingFen(quote) : 0
  return short > 0 ? tooLittleMoney(quote.payFen, quote.payFen - short) : null
}

/** What a person answered to the server's questions about this order. */
type Answers = Pick<PlaceOrderRequest, 'leaveOut' | 'again'>

/** How ordering stands, and what a person may do about it. */
export interface Checkout {
  /** Orders, with what the person has answered before the server asks. */
  pay: (sitting: SittingView, cart: Cart, quote: QuoteView, payBy: PayBy, answered?: Answers) => void
  busy: boolean
  refusal: Refusal | null
  /** Says yes to what was asked, and orders. */
  agree: () => void
  clearRefusal: () => void
}

/**
 * Ordering and paying once. One key serves until there is a definite answer, so that a double tap or a repeat after a lost reply
 * is the same order, also when the page was left or loaded anew in between; a refusal leaves everything chosen and typed as it is, and
 * what was refused is read again.
 */
export function useCheckout(sittingId: string, onPlaced: (order: OrderView) => void): Checkout {
  const { person } = useSession()
  const { key, keep, renew } = useIdempotencyKey(`order.${person?.id ?? ''}.${sittingId}`)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const mutation = useMutation({
    mutationFn: (body: PlaceOrderRequest) => {
      keep()
      return placeOrder(body, key)
    },
    onSuccess: (order) => {
      renew()
      onPlaced(order)
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      setRefusal(refusalOf(error))
      // The order may have been placed: the next tap must send the very same thing, so the price is not asked again.
      if (error.code === 'network') return
      renew()
      // Where an earlier try was taken, the orders have it.
      if (isLostAnswer(error)) void queryClient.invalidateQueries({ queryKey: ['canteen', 'orders'] })
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'sitting'] })
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'quote'] })
    },
  })
  const answers = useRef<Answers>({})
  const lastBody = useRef<PlaceOrderRequest | null>(null)
  const send = (body: PlaceOrderRequest): void => {
    lastBody.current = body
    mutation.mutate({ ...body, ...answers.current })
  }
  const pay: Checkout['pay'] = (sitting, cart, quote, payBy, answered = {}) => {
    const request = quoteRequestOf(sitting.id, cart)
    if (!request || mutation.isPending || !requireSession()) return
    const now = serverNow()
    const before = refusalBefore(sitting, cart, quote, payBy, now)
    // A new one each time: a second tap leads to what is missing once more.
    setRefusal(before && { ...before })
    if (before) return
    answers.current = { ...answers.current, ...answered }
    send({ ...request, payBy, expectedPayFen: quote.payFen, ...whereAndWhen(sitting, cart, now) })
  }
  const agree = (): void => {
    const kind = refusal?.ask?.kind
    if (kind === undefined || lastBody.current === null || mutation.isPending) return
    answers.current = { ...answers.current, ...(kind === 'again' ? { again: true } : { leaveOut: true }) }
    setRefusal(null)
    send(lastBody.current)
  }
  const clearRefusal = (): void => {
    // Another basket is another question.
    answers.current = {}
    setRefusal(null)
  }
  return { pay, busy: mutation.isPending || mutation.isSuccess, refusal, agree, clearRefusal }
}

function whereAndWhen(
  sitting: SittingView,
  cart: Cart,
  now: Date,
): Pick<PlaceOrderRequest, 'slotId' | 'addressId' | 'note'> {
  const slot = cart.mode === 'delivery' ? null : chosenSlot(sitting.slots, cart.slotId, now)
  const note = cart.note.trim()
  return {
    ...(slot ? { slotId: slot.id } : {}),
    ...(cart.mode === 'delivery' && cart.addressId ? { addressId: cart.addressId } : {}),
    ...(note ? { note } : {}),
  }
}
