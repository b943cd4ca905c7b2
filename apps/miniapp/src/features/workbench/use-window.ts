import { useRef, useState } from 'react'
import type { PickupView } from '@wanli/contracts/pickups'
import { asApiError } from '@/shared/http/api-error'
import { newIdempotencyKey } from '@/shared/http/idempotency'
import { restTaps } from '@/shared/tap-rest'
import { slipOf } from './api/counter-sale'
import { findPickups } from './api/find-pickups'
import { findPickupsByName } from './api/find-pickups-by-name'
import { handOver } from './api/hand-over'
import { isNumber } from './model/pickup-number'
import { IDLE, showFound, showPickup, showRefusal, type WindowState } from './model/window'
import { WORKBENCH_TEXT } from './text'

interface PickupWindow {
  state: WindowState
  /** How many were served here; what was typed for one of them is not for the next. */
  served: number
  /** A hand-over, or a slip, is under way. */
  busy: boolean
  /** The order waits for the clerk's word that it may be handed over before its time. */
  askingEarly: boolean
  /** The number that was typed last; nothing where a code was read, or a name asked for. */
  typed: string
  /** What went wrong on the way, when the same tap may simply be repeated. */
  trouble: string | null
  look: (code: string) => void
  /** By card, or surname and last four digits: for who has no phone with them. */
  lookByName: (q: string) => void
  /** Asks once more for what could not be asked for. */
  lookAgain: () => void
  choose: (pickup: PickupView) => void
  give: () => void
  giveEarly: () => void
  leaveEarly: () => void
  /** A slip of the order instead of the meal, for somebody who comes back for it. */
  slip: () => void
  next: () => void
}

/** Looking an order up and handing it over once. Each step puts another button, or another person, where one has just tapped: a second tap of the same gesture is none. */
export function usePickupWindow(): PickupWindow {
  const [state, setState] = useState<WindowState>(IDLE)
  const [served, setServed] = useState(0)
  const { show, ...giving } = useGiving(state.step === 'preview' ? state.pickup : null, setState)
  const looking = useLooking(giving.busy, show)
  const choose = (chosen: PickupView): void => {
    restTaps()
    show(showPickup(chosen))
  }
  const next = (): void => {
    restTaps()
    if (state.step === 'handed' || state.step === 'slip') setServed(served + 1)
    show(IDLE)
  }
  return { state, served, ...looking, ...giving, choose, next }
}

type Looking = Pick<PickupWindow, 'typed' | 'look' | 'lookByName' | 'lookAgain'>

/** Finds what a code, a number or a name stands for; nothing is looked up while something is handed over. */
function useLooking(busy: boolean, show: (next: WindowState) => void): Looking {
  const [typed, setTyped] = useState('')
  const latest = useRef(0)
  const again = useRef<() => void>(() => undefined)
  const search = (code: string, find: (code: string) => Promise<PickupView[]>): void => {
    if (busy) return
    restTaps()
    // Two codes read in a row: only the answer to the last one counts.
    latest.current += 1
    const mine = latest.current
    show({ step: 'looking' })
    setTyped(isNumber(code) ? code : '')
    // What was typed is gone from the keys by now: whoever asks again asks for the same.
    again.current = () => search(code, find)
    find(code)
      .then((items) => mine === latest.current && show(showFound(items)))
      .catch((thrown: unknown) => {
        const error = asApiError(thrown)
        if (mine !== latest.current) return
        show(error.code === 'network' ? { step: 'unreachable' } : showRefusal(error.code, error.detail, null))
      })
  }
  return {
    typed,
    look: (code) => search(code, findPickups),
    lookByName: (q) => search(q, findPickupsByName),
    lookAgain: () => again.current(),
  }
}

interface Giving extends Pick<
  PickupWindow,
  'busy' | 'askingEarly' | 'trouble' | 'give' | 'giveEarly' | 'leaveEarly' | 'slip'
> {
  /** Shows something else; what is handed over from then on has a key of its own. */
  show: (next: WindowState) => void
}

/** Hands over what is shown, or a slip of it. The key lives from the preview to a definite answer, so that a repeat after a lost reply is the same hand-over. */
function useGiving(pickup: PickupView | null, setState: (next: WindowState) => void): Giving {
  const [busy, setBusy] = useState(false)
  const [askingEarly, setAskingEarly] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const key = useRef(newIdempotencyKey())
  const show = (next: WindowState): void => {
    key.current = newIdempotencyKey()
    setAskingEarly(false)
    setTrouble(null)
    setState(next)
  }
  /** One thing at a time; what goes wrong with it is told by `failed`. */
  const work = (promise: () => Promise<WindowState>, failed: (thrown: unknown) => void): void => {
    if (busy) return
    restTaps()
    setBusy(true)
    setTrouble(null)
    promise()
      .then(show)
      .catch(failed)
      .finally(() => setBusy(false))
  }
  const send = (one: PickupView, early: boolean): void =>
    work(
      async () => ({ step: 'handed', pickup: await handOver(one.pickupCode, early, key.current) }),
      (thrown) => {
        const error = asApiError(thrown)
        setAskingEarly(false)
        if (error.code === 'network') {
          setTrouble(WORKBENCH_TEXT.pickup.network)
          return
        }
        key.current = newIdempotencyKey()
        if (error.code === 'canteen.pickup_too_early') setAskingEarly(true)
        else show(showRefusal(error.code, error.detail, one))
      },
    )
  return {
    busy,
    askingEarly,
    trouble,
    show,
    give: () => {
      if (pickup?.early) setAskingEarly(true)
      else if (pickup) send(pickup, false)
    },
    giveEarly: () => {
      if (pickup) send(pickup, true)
    },
    leaveEarly: () => setAskingEarly(false),
    slip: () => {
      if (pickup === null) return
      work(
        async () => ({ step: 'slip', slip: await slipOf(pickup.orderId) }),
        (thrown) => setTrouble(asApiError(thrown).detail),
      )
    },
  }
}
