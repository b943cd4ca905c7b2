import { useState } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import type { CounterOrderRequest, CounterQuoteView } from '@wanli/contracts/counter'
import { useCounterQuote } from './api/counter-sale'
import { linesOf } from './model/counter-basket'
import type { Counter } from './use-counter'

/** What the basket comes to for whoever eats, and how it is sold. */
export interface Sale {
  /** The price of the basket; undefined while it is empty or on its way for the first time. */
  quote: CounterQuoteView | undefined
  /** Whether the price is the one of what lies in the basket now. */
  ready: boolean
  /** Whether the wallet of who eats holds too little. */
  short: boolean
  /** Whether the cash is being counted. */
  counting: boolean
  setCounting: (counting: boolean) => void
  sell: (payBy: CounterOrderRequest['payBy']) => void
}

/** The price of a guest's basket, asked again with every change, and the sale of exactly that. */
export function useSale(sitting: SittingView | null | undefined, counter: Counter): Sale {
  const [counting, setCounting] = useState(false)
  const { basket, person, mode } = counter
  const lines = sitting ? linesOf(basket, sitting.offers) : []
  const request =
    !sitting || lines.length === 0
      ? null
      : { sittingId: sitting.id, lines, mode, ...(person ? { forPersonId: person.id } : {}) }
  const { data: quote, isPlaceholderData } = useCounterQuote(request)
  return {
    quote: request === null ? undefined : quote,
    ready: quote !== undefined && !isPlaceholderData && request !== null,
    short: person !== null && quote !== undefined && (quote.balanceFen ?? 0) < quote.payFen,
    counting,
    setCounting,
    sell: (payBy) => {
      setCounting(false)
      if (request && quote) counter.sell({ ...request, payBy, expectedPayFen: quote.payFen })
    },
  }
}
