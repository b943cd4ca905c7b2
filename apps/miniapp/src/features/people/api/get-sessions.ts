import { queryOptions } from '@tanstack/react-query'
import { call } from '@/shared/http/call'

/** `GET /auth/sessions`: where the caller is signed in. */
export const sessionsQuery = queryOptions({
  queryKey: ['people', 'sessions'],
  queryFn: async () => (await call('GET /auth/sessions')).items,
})
