import { useState } from 'react'
import type { CounterOrderRequest, CounterPerson, SlipView } from '@wanli/contracts/counter'
import { asApiError } from '@/shared/http/api-error'
import { newIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { restTaps } from '@/shared/tap-rest'
import { toast } from '@/shared/ui/toast'
import { sellAtCounter } from './api/counter-sale'
import { COUNTER_TEXT } from './counter-text'
import { EMPTY_BASKET, type CounterBasket } from './model/counter-basket'
import { useDraft } from './use-draft'

/** A sale that was sent, and the key it was sent under. */
interface SentSale {
  order: CounterOrderRequest
  key: string
}

/** Who eats. What else is known of somebody who was found, age and balance, is for the eyes of the moment: the tablet keeps none of it. */
export type CounterEater = Pick<CounterPerson, 'id' | 'name' | 'face'> & Partial<CounterPerson>

/** What one guest wants, as far as it has been chosen. */
interface Begun {
  basket: CounterBasket
  person: CounterEater | null
  mode: 'dine_in' | 'pick_up'
}

const NOTHING: Begun = { basket: EMPTY_BASKET, person: null, mode: 'dine_in' }

/** Nobody stands at a counter for longer: whoever comes then is somebody else, and is not to eat on their name. */
const GUEST_MS = 10 * 60_000

/** A sale that was sent and that nobody has answered: it may have come about. */
const UNSENT: { sent: SentSale | null } = { sent: null }

/** What is going on with one guest at the counter. */
export interface Counter extends Begun {
  /** What was sold last; shown until the next guest comes. */
  slip: SlipView | null
  busy: boolean
  refused: string
  /** What the kitchen would have to leave out, in the server's words; null when nobody asked. */
  clash: string | null
  /** What was sent and not answered: it may have come about, so it is asked for again as it was, and nothing else is sold before. */
  unanswered: CounterOrderRequest | null
  setBasket: (basket: CounterBasket) => void
  setPerson: (person: CounterPerson | null) => void
  setMode: (mode: 'dine_in' | 'pick_up') => void
  sell: (order: CounterOrderRequest) => void
  sellAgain: () => void
  sellWithout: () => void
  leaveClash: () => void
  /** The guest is served, or has gone: everything from the beginning. */
  next: () => void
}

/** One guest after another. What is chosen outlives a reload. */
export function useCounter(): Counter {
  const [begun, keep, forgetGuest] = useDraft('counter.guest', NOTHING, GUEST_MS)
  const [found, setFound] = useState<CounterPerson | null>(null)
  const [slip, setSlip] = useState<SlipView | null>(null)
  const { waiting, letBe, understood, ...sending } = useSending((sold) => {
    forgetGuest()
    setSlip(sold)
  })
  // What was sent and not answered is what the page shows until there is an answer: a dish that is added now would be in no sale.
  const change = (part: Partial<Begun>): boolean => {
    if (waiting) {
      toast(COUNTER_TEXT.answerFirst)
      return false
    }
    understood()
    keep(part)
    return true
  }
  return {
    ...begun,
    ...sending,
    person: found?.id === begun.person?.id ? found : begun.person,
    slip,
    setBasket: (basket) => void change({ basket }),
    setPerson: (person) => {
      if (change({ person: person && { id: person.id, name: person.name, face: person.face } })) setFound(person)
    },
    setMode: (mode) => void change({ mode }),
    next: () => {
      restTaps()
      forgetGuest()
      letBe()
      setSlip(null)
      understood()
    },
  }
}

interface Sending extends Pick<
  Counter,
  'busy' | 'refused' | 'clash' | 'unanswered' | 'sell' | 'sellAgain' | 'sellWithout' | 'leaveClash'
> {
  /** Whether a sale was sent that has no answer yet. */
  waiting: boolean
  /** Forgets the sale that nobody has answered. */
  letBe: () => void
  /** What was refused is put right: it is not said any more. */
  understood: () => void
}

/** A sale on its way. Its key outlives a reload until a definite answer, so that a repeat after a lost reply is the same sale. */
function useSending(onSold: (slip: SlipView) => void): Sending {
  const [{ sent: waiting }, keepSale, forgetSale] = useDraft('counter.sale', UNSENT)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState(waiting === null ? '' : COUNTER_TEXT.unanswered)
  const [clash, setClash] = useState<{ words: string; order: CounterOrderRequest } | null>(null)
  const send = (sent: SentSale): void => {
    if (busy) return
    // The slip with 下一位 comes where the money was taken: a second tap of the same gesture does not send the guest away.
    restTaps()
    keepSale({ sent })
    setBusy(true)
    setRefused('')
    setClash(null)
    sellAtCounter(sent.order, sent.key)
      .then((sold) => {
        forgetSale()
        onSold(sold)
      })
      .catch((thrown: unknown) => {
        const error = asApiError(thrown)
        if (error.code === 'network') {
          setRefused(COUNTER_TEXT.unanswered)
          return
        }
        forgetSale()
        if (error.code === 'canteen.clash' && error.params.canLeaveOut === true)
          setClash({ words: error.detail, order: sent.order })
        else setRefused(error.detail)
        void queryClient.invalidateQueries({ queryKey: ['canteen'] })
      })
      .finally(() => setBusy(false))
  }
  const sell = (order: CounterOrderRequest): void => send({ order, key: newIdempotencyKey() })
  return {
    busy,
    refused,
    clash: clash?.words ?? null,
    unanswered: busy ? null : (waiting?.order ?? null),
    waiting: waiting !== null,
    sell,
    sellAgain: () => waiting && send(waiting),
    sellWithout: () => clash && sell({ ...clash.order, leaveOut: true }),
    leaveClash: () => setClash(null),
    letBe: forgetSale,
    understood: () => setRefused(''),
  }
}
