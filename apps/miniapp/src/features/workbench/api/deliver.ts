import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  AttemptRequest,
  CloseCheckRequest,
  HandOverRequest,
  RevealPhoneRequest,
  TakeRunRequest,
} from '@wanli/contracts/delivery'
import { asApiError } from '@/shared/http/api-error'
import { call } from '@/shared/http/call'
import { useIdempotencyKeys } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { restTaps } from '@/shared/tap-rest'
import { RUN_TEXT } from '../run-text'

/** Something a courier does, once. */
type CourierAct =
  | ({ kind: 'take'; runId: string } & TakeRunRequest)
  | { kind: 'leave'; runId: string }
  | { kind: 'hand_over'; orderId: string; body: HandOverRequest }
  | { kind: 'attempt'; orderId: string; body: AttemptRequest }
  | { kind: 'close'; orderId: string; body: CloseCheckRequest }

async function send(act: CourierAct, idempotencyKey: string): Promise<void> {
  switch (act.kind) {
    case 'take':
      await call('POST /delivery/runs/:id/take', {
        params: { id: act.runId },
        body: { courierId: act.courierId },
        idempotencyKey,
      })
      return
    case 'leave':
      await call('POST /delivery/runs/:id/leave', { params: { id: act.runId }, idempotencyKey })
      return
    case 'hand_over':
      await call('POST /delivery/stops/:id/hand-over', { params: { id: act.orderId }, body: act.body, idempotencyKey })
      return
    case 'attempt':
      await call('POST /delivery/stops/:id/attempts', { params: { id: act.orderId }, body: act.body, idempotencyKey })
      return
    case 'close':
      await call('POST /delivery/stops/:id/close', { params: { id: act.orderId }, body: act.body, idempotencyKey })
  }
}

const nameOf = (act: CourierAct): string => JSON.stringify(act)

/** What the courier's page can do. `refused` is why the last act was not done, in a sentence. */
export interface Courier {
  act: (act: CourierAct, done?: () => void) => void
  busy: boolean
  refused: string
  clear: () => void
}

/**
 * Acts of a courier, each once: on a bad network the same act is sent again under its key, so that a repeat after a lost answer counts
 * once, and another act is not held up by it. A refusal keeps what was typed, and what was refused is read again. After an act the next
 * door stands where this one stood: a second tap of the same gesture is none.
 */
export function useCourier(): Courier {
  const keys = useIdempotencyKeys()
  const [refused, setRefused] = useState('')
  const mutation = useMutation({
    mutationFn: (act: CourierAct) => send(act, keys.of(nameOf(act))),
    onSuccess: (_, act) => keys.renew(nameOf(act)),
    onError: (thrown, act) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') keys.renew(nameOf(act))
      setRefused(error.code === 'network' ? RUN_TEXT.network : error.detail)
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] }),
  })
  return {
    act: (act, done) => {
      if (mutation.isPending) return
      restTaps()
      setRefused('')
      mutation.mutate(act, { onSuccess: () => done?.() })
    },
    busy: mutation.isPending,
    refused,
    clear: () => setRefused(''),
  }
}

/** `POST /delivery/stops/:id/reveal`: one number, for a call now. The answer lives in the caller's hands only. */
export function useRevealPhone(orderId: string): UseMutationResult<{ phone: string }, Error, RevealPhoneRequest> {
  return useMutation({
    mutationFn: (body) => call('POST /delivery/stops/:id/reveal', { params: { id: orderId }, body }),
    gcTime: 0,
  })
}
