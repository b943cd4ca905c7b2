import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { SessionReply } from '@wanli/contracts/people'
import { call } from '@/shared/http/call'
import { signIn } from '@/shared/http/session'

/** `POST /auth/demo`: starts a session as an invented person. */
export function useDemoSignIn(): UseMutationResult<SessionReply, Error, string> {
  return useMutation({
    mutationFn: (persona: string) => call('POST /auth/demo', { body: { persona } }),
    onSuccess: signIn,
  })
}
