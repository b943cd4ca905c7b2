import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { MandateView } from '@wanli/contracts/mandates'
import { call } from '@/shared/http/call'
import { mandatesChanged } from './mandates-changed'

/** `POST /mandates/:id/accept`, `decline` or `revoke`. */
export function useAnswerMandate(): UseMutationResult<
  MandateView,
  Error,
  { id: string; answer: 'accept' | 'decline' | 'revoke' }
> {
  return useMutation({
    mutationFn: ({ id, answer }) => {
      const input = { params: { id } }
      if (answer === 'accept') return call('POST /mandates/:id/accept', input)
      return answer === 'decline' ? call('POST /mandates/:id/decline', input) : call('POST /mandates/:id/revoke', input)
    },
    onSettled: mandatesChanged,
  })
}
