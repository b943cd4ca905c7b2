import { queryOptions } from '@tanstack/react-query'
import { call } from '@/shared/http/call'

/** `GET /privacy/documents`: what people agree to, in the current version. */
export const documentsQuery = queryOptions({
  queryKey: ['people', 'documents'],
  queryFn: async () => (await call('GET /privacy/documents')).items,
  staleTime: 600_000,
})

/** `GET /me/consents`: what the caller said to them. */
export const consentsQuery = queryOptions({
  queryKey: ['people', 'consents'],
  queryFn: async () => (await call('GET /me/consents')).items,
})
