import { useRef, useState } from 'react'
import type { CounterOrderRequest, CounterPerson, SlipView } from '@wanli/contracts/counter'
import { asApiError } from '@/shared/http/api-error'
import { newIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { sellAtCounter } from './api/counter-sale'
import { COUNTER_TEXT } from './counter-text'
import { EMPTY_BASKET, type CounterBasket } from './model/counter-basket'

/** What is going on with one guest at the counter. */
export interface Counter {
  basket: CounterBasket
  person: CounterPerson | null
  mode: 'dine_in' | 'pick_up'
  /** What was sold last; shown until the next guest comes. */
  slip: SlipView | null
  busy: boolean
  refused: string
  /** What the kitchen would have to leave out, in the server's words; null when nobody asked. */
  clash: string | null
  setBasket: (basket: CounterBasket) => void
  setPerson: (person: CounterPerson | null) => void
  setMode: (mode: 'dine_in' | 'pick_up') => void
  sell: (order: CounterOrderRequest) => void
  sellWithout: () => void
  leaveClash: () => void
  next: () => void
}

/** One guest after another. The key lives until a definite answer, so that a repeat after a lost reply is the same sale. */
export function useCounter(): Counter {
  const [basket, setBasket] = useState(EMPTY_BASKET)
  const [person, setPerson] = useState<CounterPerson | null>(null)
  const [mode, setMode] = useState<'dine_in' | 'pick_up'>('dine_in')
  const [slip, setSlip] = useState<SlipView | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState('')
  const [clash, setClash] = useState<string | null>(null)
  const key = useRef(newIdempotencyKey())
  const asked = useRef<CounterOrderRequest | null>(null)

  const sell = (order: CounterOrderRequest): void => {
    if (busy) return
    asked.current = order
    setBusy(true)
    setRefused('')
    setClash(null)
    sellAtCounter(order, key.current)
      .then((sold) => {
        key.current = newIdempotencyKey()
        setSlip(sold)
      })
      .catch((thrown: unknown) => {
        const error = asApiError(thrown)
        if (error.code === 'network') {
          setRefused(COUNTER_TEXT.network)
          return
        }
        key.current = newIdempotencyKey()
        if (error.code === 'canteen.clash' && error.params.canLeaveOut === true) setClash(error.detail)
        else setRefused(error.detail)
        void queryClient.invalidateQueries({ queryKey: ['canteen'] })
      })
      .finally(() => setBusy(false))
  }
  const changed =
    <Value>(set: (value: Value) => void) =>
    (value: Value): void => {
      setRefused('')
      set(value)
    }
  return {
    basket,
    person,
    mode,
    slip,
    busy,
    refused,
    clash,
    setBasket: changed(setBasket),
    setPerson: changed(setPerson),
    setMode: changed(setMode),
    sell,
    sellWithout: () => asked.current && sell({ ...asked.current, leaveOut: true }),
    leaveClash: () => setClash(null),
    next: () => {
      setBasket(EMPTY_BASKET)
      setPerson(null)
      setMode('dine_in')
      setSlip(null)
      setRefused('')
    },
  }
}
