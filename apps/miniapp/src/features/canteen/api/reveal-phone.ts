import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { call } from '@/shared/http/call'

/** `POST /delivery/orders/:id/reveal`: the number of who does not answer their door. It is kept nowhere but on the page that asked. */
export function useRevealPhone(orderId: string): UseMutationResult<{ phone: string }, Error, void> {
  return useMutation({
    mutationFn: () => call('POST /delivery/orders/:id/reveal', { params: { id: orderId } }),
    gcTime: 0,
  })
}
