import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { FactKind, PersonView, UpdateMeRequest } from '@wanli/contracts/people'
import { meQuery } from '@/shared/api/get-me'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'
import { storePerson } from '@/shared/http/session-store'

function keep(person: PersonView): void {
  storePerson(person)
  queryClient.setQueryData(meQuery.queryKey, person)
}

/** `PATCH /me`. */
export function useUpdateMe(): UseMutationResult<PersonView, Error, UpdateMeRequest> {
  return useMutation({ mutationFn: (body) => call('PATCH /me', { body }), onSuccess: keep })
}

/** `PUT /me/facts/:kind`: says something of oneself, for a clerk to check. */
export function useDeclareFact(): UseMutationResult<PersonView, Error, { kind: FactKind; value: string }> {
  return useMutation({
    mutationFn: ({ kind, value }) => call('PUT /me/facts/:kind', { params: { kind }, body: { value } }),
    onSuccess: keep,
  })
}

/** `POST /me/phone/wechat`: the number behind the code of WeChat's phone button. */
export function useBindPhone(): UseMutationResult<PersonView, Error, string> {
  return useMutation({
    mutationFn: (code) => call('POST /me/phone/wechat', { body: { code } }),
    onSuccess: keep,
  })
}
