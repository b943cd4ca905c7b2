import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

const again = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['notices'] })

/** `POST /notices/:id/read`. A failure is not told: the dot simply stays, and the next tap tries again. */
export function useReadNotice(): UseMutationResult<{ read: true }, Error, string> {
  return useMutation({ mutationFn: (id) => call('POST /notices/:id/read', { params: { id } }), onSuccess: again })
}

/** `POST /notices/read`: everything has been seen. What waits for an answer still waits. */
export function useReadAll(): UseMutationResult<{ read: true }, Error, void> {
  return useMutation({ mutationFn: () => call('POST /notices/read'), onSuccess: again })
}
