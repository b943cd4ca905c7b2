import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import { call } from '@/shared/http/call'
import { sessionsQuery } from './get-sessions'

/** `POST /auth/sessions/:id/revoke`: ends a session on another device. */
export function useRevokeSession(): UseMutationResult<{ revoked: true }, Error, string> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call('POST /auth/sessions/:id/revoke', { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
}
