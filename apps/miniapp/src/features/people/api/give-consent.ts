import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { ConsentDocument, ConsentView } from '@wanli/contracts/privacy'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'
import { consentsQuery } from './get-documents'

/** `POST /me/consents` with a version, or `POST /me/consents/:document/withdraw` with null. */
export function useConsent(): UseMutationResult<
  { items: ConsentView[] },
  Error,
  { document: ConsentDocument; version: string | null }
> {
  return useMutation({
    mutationFn: ({ document, version }) =>
      version === null
        ? call('POST /me/consents/:document/withdraw', { params: { document } })
        : call('POST /me/consents', { body: { document, version } }),
    onSuccess: ({ items }) => queryClient.setQueryData(consentsQuery.queryKey, items),
  })
}
