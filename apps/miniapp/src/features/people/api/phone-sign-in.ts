import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { PhoneCodeReply, PhoneSignInRequest, SessionReply } from '@wanli/contracts/people'
import { call } from '@/shared/http/call'
import { signIn } from '@/shared/http/session'

/** `POST /auth/phone/codes`: sends six digits to a phone. */
export function useAskPhoneCode(): UseMutationResult<PhoneCodeReply, Error, string> {
  return useMutation({ mutationFn: (phone) => call('POST /auth/phone/codes', { body: { phone } }) })
}

/** `POST /auth/phone`: trades the digits for a session. */
export function usePhoneSignIn(): UseMutationResult<SessionReply, Error, PhoneSignInRequest> {
  return useMutation({ mutationFn: (body) => call('POST /auth/phone', { body }), onSuccess: signIn })
}
