import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

const again = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['people'] })

/** `POST /me/deletion`: asks for the account to be erased after the days to think it over. */
export function useAskDeletion(): UseMutationResult<{ deletionAt: string }, Error, void> {
  return useMutation({ mutationFn: () => call('POST /me/deletion'), onSettled: again })
}

/** `POST /me/deletion/cancel`: the account stays. */
export function useKeepAccount(): UseMutationResult<{ cancelled: true }, Error, void> {
  return useMutation({ mutationFn: () => call('POST /me/deletion/cancel'), onSettled: again })
}
