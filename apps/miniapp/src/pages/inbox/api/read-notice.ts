import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '@/shared/http/call'

/** `POST /notices/:id/read`. A failure is not told: the dot simply stays, and the next tap tries again. */
export function useReadNotice(): UseMutationResult<{ read: true }, Error, string> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('POST /notices/:id/read', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  })
}
