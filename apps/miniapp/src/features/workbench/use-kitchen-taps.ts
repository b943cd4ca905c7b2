import { useState } from 'react'
import type { KitchenChange, Ticket, UndoableStep } from '@wanli/contracts/kitchen'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKeys } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { SAME_TAP_MS } from '@/shared/same-tap'
import { restTaps } from '@/shared/tap-rest'
import { toast } from '@/shared/ui/toast'
import { advanceTicket, startTogether, undoTicket } from './api/move-ticket'
import { seeChange } from './api/see-change'
import { KITCHEN_TEXT as TEXT } from './kitchen-text'

/** What the taps of a kitchen do. */
export interface KitchenTaps {
  /** Names of taps that are on their way, see the `…Name` functions. */
  busy: readonly string[]
  /** The last step of this screen. */
  last: UndoableStep | null
  /** Steps that were taken back here. */
  undone: readonly string[]
  forward: (ticket: Ticket) => void
  together: (orderIds: string[]) => void
  undo: (step: UndoableStep) => void
  /** Exactly these are seen: what comes meanwhile stays. */
  see: (...changes: readonly KitchenChange[]) => void
}

export const changeName = (change: KitchenChange): string =>
  change.kind === 'amount' ? `see ${change.dishId}` : `see ${change.orderId} ${change.dishId} ${change.what}`

/**
 * Taps are done at once and on their own: one that waits for the network keeps no other from being tapped. A wet finger taps twice, and by
 * the second time the next step may stand under it: what was tapped is busy for as long as a second tap is the same one.
 */
export function useKitchenTaps(sittingId: string): KitchenTaps {
  const [busy, setBusy] = useState<readonly string[]>([])
  const [last, setLast] = useState<UndoableStep | null>(null)
  const [undone, setUndone] = useState<readonly string[]>([])
  const keys = useIdempotencyKeys()

  /** `name` is what rests meanwhile, `sent` all that is sent. */
  const tap = (name: string, sent: string, work: (key: string) => Promise<void>): void => {
    if (busy.includes(name)) return
    const tappedAt = Date.now()
    setBusy((before) => [...before, name])
    work(keys.of(sent))
      .then(() => keys.renew(sent))
      .catch((thrown: unknown) => {
        const error = asApiError(thrown)
        if (error.code !== 'network') keys.renew(sent)
        toast(error.code === 'network' ? TEXT.network : error.detail)
      })
      .then(() => queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] }))
      .catch(() => undefined)
      .finally(() => {
        const rest = Math.max(0, tappedAt + SAME_TAP_MS - Date.now())
        setTimeout(() => setBusy((before) => before.filter((one) => one !== name)), rest)
      })
  }

  return {
    busy,
    last,
    undone,
    forward: (ticket) => {
      const from = ticket.status === 'cooking' ? 'cooking' : 'paid'
      const { orderId } = ticket
      tap(orderId, `${orderId} ${from}`, async (key) => setLast(await advanceTicket({ orderId, from }, key)))
    },
    together: (orderIds) => {
      const name = `together ${orderIds.join(' ')}`
      tap(name, name, async (key) => {
        await startTogether(orderIds, key)
        setLast(null)
      })
    },
    undo: (step) => {
      const name = `undo ${step.orderId} ${step.until}`
      tap(name, name, async (key) => {
        await undoTicket({ orderId: step.orderId, from: step.to }, key)
        setUndone((before) => [...before, `${step.orderId} ${step.until}`])
        setLast(null)
        toast(TEXT.undone)
      })
    },
    see: (...changes) => {
      // The next change moves up under the finger: it has not been seen.
      restTaps()
      for (const change of changes)
        tap(changeName(change), JSON.stringify(change), async (key) => {
          await seeChange(sittingId, change, key)
        })
    },
  }
}
