import { queryOptions, useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { DeskNewPersonRequest, DeskPersonView, RevealRequest, VerifyFactRequest } from '@wanli/contracts/desk'
import type { FactKind } from '@wanli/contracts/people'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/**
 * `GET /desk/people/:id`: a person on the desk. That a clerk looked is written into their access log, once a day, so it is asked for only
 * when a clerk asks, and forgotten soon after the desk has turned to somebody else.
 */
export const deskPersonQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'person', id],
    queryFn: () => call('GET /desk/people/:id', { params: { id } }),
    staleTime: Infinity,
    gcTime: 1_000,
  })

/** Keeps what a write answered, and reads again what the clerk did today. */
export function keepDeskPerson(person: DeskPersonView): void {
  queryClient.setQueryData(deskPersonQuery(person.id).queryKey, person)
  void queryClient.invalidateQueries({ queryKey: ['desk', 'recent'] })
}

/** Reads a person on the desk anew, who may have agreed on their phone meanwhile. */
export const lookAgain = (id: string): Promise<DeskPersonView> =>
  queryClient.query({ ...deskPersonQuery(id), staleTime: 0 })

/** Keeps that a person has taken back what their page still says they agreed to: the server has just refused what needs it. */
export function forgetConsent(id: string): void {
  queryClient.setQueryData(deskPersonQuery(id).queryKey, (seen) => seen && { ...seen, consentedSensitive: false })
}

/** `POST /desk/people`. */
export const createPerson = (body: DeskNewPersonRequest, idempotencyKey: string): Promise<DeskPersonView> =>
  call('POST /desk/people', { body, idempotencyKey })

/** `PUT /desk/people/:id/facts/:kind`: the clerk has seen the papers. */
export function useVerifyFact(
  id: string,
): UseMutationResult<DeskPersonView, Error, { kind: FactKind; body: VerifyFactRequest }> {
  return useMutation({
    mutationFn: ({ kind, body }) => call('PUT /desk/people/:id/facts/:kind', { params: { id, kind }, body }),
    onSuccess: keepDeskPerson,
  })
}

/** `POST /desk/people/:id/reveal`: one thing in full, once. The answer lives in the caller's hands only. */
export function useReveal(id: string): UseMutationResult<{ value: string }, Error, RevealRequest> {
  return useMutation({
    mutationFn: (body) => call('POST /desk/people/:id/reveal', { params: { id }, body }),
    gcTime: 0,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['desk', 'recent'] }),
  })
}

/** `POST /desk/people/:id/card` with a number, `POST /desk/people/:id/card/lost` with null. */
export function useCard(id: string): UseMutationResult<DeskPersonView, Error, string | null> {
  return useMutation({
    mutationFn: (number) =>
      number === null
        ? call('POST /desk/people/:id/card/lost', { params: { id } })
        : call('POST /desk/people/:id/card', { params: { id }, body: { number } }),
    onSuccess: keepDeskPerson,
  })
}
