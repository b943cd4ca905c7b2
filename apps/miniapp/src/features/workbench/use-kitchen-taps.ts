import { useRef, useState } from 'react'
import type { KitchenChange, Ticket, UndoableStep } from '@wanli/contracts/kitchen'
import { asApiError } from '@/shared/http/api-error'
import { newIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
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
  see: (change: KitchenChange) => void
}

export const changeName = (change: KitchenChange): string =>
  change.kind === 'amount' ? `see ${change.dishId}` : `see ${change.orderId} ${change.dishId} ${change.what}`

/** Taps are done at once and on their own: one that waits for the network keeps no other from being tapped. */
export function useKitchenTaps(sittingId: string): KitchenTaps {
  const [busy, setBusy] = useState<readonly string[]>([])
  const [last, setLast] = useState<UndoableStep | null>(null)
  const [undone, setUndone] = useState<readonly string[]>([])
  // A tap that was perhaps heard is repeated under its key, so that it counts once.
  const keys = useRef(new Map<string, string>())

  const tap = (name: string, work: (key: string) => Promise<void>): void => {
    if (busy.includes(name)) return
    const key = keys.current.get(name) ?? newIdempotencyKey()
    keys.current.set(name, key)
    setBusy((before) => [...before, name])
    work(key)
      .then(() => keys.current.delete(name))
      .catch((thrown: unknown) => {
        const error = asApiError(thrown)
        if (error.code !== 'network') keys.current.delete(name)
        toast(error.code === 'network' ? TEXT.network : error.detail)
      })
      .then(() => queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] }))
      .catch(() => undefined)
      .finally(() => setBusy((before) => before.filter((one) => one !== name)))
  }

  return {
    busy,
    last,
    undone,
    forward: (ticket) => {
      const from = ticket.status === 'cooking' ? 'cooking' : 'paid'
      tap(ticket.orderId, async (key) => setLast(await advanceTicket({ orderId: ticket.orderId, from }, key)))
    },
    together: (orderIds) =>
      tap(`together ${orderIds.join(' ')}`, async (key) => {
        await startTogether(orderIds, key)
        setLast(null)
      }),
    undo: (step) =>
      tap(`undo ${step.orderId} ${step.until}`, async (key) => {
        await undoTicket({ orderId: step.orderId, from: step.to }, key)
        setUndone((before) => [...before, `${step.orderId} ${step.until}`])
        setLast(null)
        toast(TEXT.undone)
      }),
    see: (change) =>
      tap(changeName(change), async (key) => {
        await seeChange(sittingId, change, key)
      }),
  }
}
