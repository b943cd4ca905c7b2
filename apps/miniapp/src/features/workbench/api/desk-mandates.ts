import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { DeskMandateRequest, DeskPersonView } from '@wanli/contracts/desk'
import { call } from '@/shared/http/call'
import { keepDeskPerson } from './desk-person'

/** `POST /desk/mandates`: what the principal signed on paper. */
export const recordMandate = (body: DeskMandateRequest, idempotencyKey: string): Promise<DeskPersonView> =>
  call('POST /desk/mandates', { body, idempotencyKey })

/** `POST /desk/mandates/:id/revoke`: the principal stands at the desk and wants it ended. */
export function useStopMandate(): UseMutationResult<DeskPersonView, Error, string> {
  return useMutation({
    mutationFn: (id) => call('POST /desk/mandates/:id/revoke', { params: { id } }),
    onSuccess: keepDeskPerson,
  })
}
