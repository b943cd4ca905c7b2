import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { ChangeMandateRequest, MandateView } from '@wanli/contracts/mandates'
import { call } from '@/shared/http/call'
import { mandatesChanged } from '@/shared/api/mandates-changed'

/** `POST /mandates/:id/change`: other terms, from now on. */
export function useChangeMandate(id: string): UseMutationResult<MandateView, Error, ChangeMandateRequest> {
  return useMutation({
    mutationFn: (body) => call('POST /mandates/:id/change', { params: { id }, body }),
    onSettled: mandatesChanged,
  })
}
