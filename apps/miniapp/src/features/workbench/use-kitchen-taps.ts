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

/** One thing that a tap does: `name` is what rests meanwhile, `sent` all that is sent. */
interface Act {
  name: string
  sent: string
  work: (key: string) => Promise<unknown>
}

export const changeName = (change: KitchenChange): string =>
  change.kind === 'amount' ? `see ${change.dishId}` : `see ${change.orderId} ${change.dishId} ${change.what}`

/** What is on its way, and how one tap does one thing or several. */
function useActs() {
  const [busy, setBusy] = useState<readonly string[]>([])
  const keys = useIdempotencyKeys()

  const send = async ({ sent, work }: Act): Promise<void> => {
    try {
      await work(keys.of(sent))
      keys.renew(sent)
    } catch (thrown) {
      const error = asApiError(thrown)
      if (error.code !== 'network') keys.renew(sent)
      toast(error.code === 'network' ? TEXT.network : error.detail)
    }
  }

  /** What one tap does: all of it at once, and the board is asked for once, after it. */
  const tap = (...acts: readonly Act[]): void => {
    const fresh = acts.filter(({ name }) => !busy.includes(name))
    if (fresh.length === 0) return
    const names = fresh.map(({ name }) => name)
    const tappedAt = Date.now()
    setBusy((before) => [...before, ...names])
    Promise.all(fresh.map(send))
      .then(() => queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] }))
      .catch(() => undefined)
      .finally(() => {
        const rest = Math.max(0, tappedAt + SAME_TAP_MS - Date.now())
        setTimeout(() => setBusy((before) => before.filter((one) => !names.includes(one))), rest)
      })
  }
  return { busy, tap }
}

/**
 * Taps are done at once and on their own: one that waits for the network keeps no other from being tapped. A wet finger taps twice, and by
 * the second time the next step may stand under it: what was tapped is busy for as long as a second tap is the same one.
 */
export function useKitchenTaps(sittingId: string): KitchenTaps {
  const { busy, tap } = useActs()
  const [last, setLast] = useState<UndoableStep | null>(null)
  const [undone, setUndone] = useState<readonly string[]>([])

  return {
    busy,
    last,
    undone,
    forward: (ticket) => {
      const from = ticket.status === 'cooking' ? 'cooking' : 'paid'
      const { orderId } = ticket
      tap({
        name: orderId,
        sent: `${orderId} ${from}`,
        work: async (key) => setLast(await advanceTicket({ orderId, from }, key)),
      })
    },
    together: (orderIds) => {
      const name = `together ${orderIds.join(' ')}`
      const work = async (key: string): Promise<void> => {
        await startTogether(orderIds, key)
        setLast(null)
      }
      tap({ name, sent: name, work })
    },
    undo: (step) => {
      const name = `undo ${step.orderId} ${step.until}`
      const work = async (key: string): Promise<void> => {
        await undoTicket({ orderId: step.orderId, from: step.to }, key)
        setUndone((before) => [...before, `${step.orderId} ${step.until}`])
        setLast(null)
        toast(TEXT.undone)
      }
      tap({ name, sent: name, work })
    },
    see: (...changes) => {
      // The next change moves up under the finger: it has not been seen.
      restTaps()
      tap(
        ...changes.map((change) => ({
          name: changeName(change),
          sent: JSON.stringify(change),
          work: (key: string) => seeChange(sittingId, change, key),
        })),
      )
    },
  }
}
