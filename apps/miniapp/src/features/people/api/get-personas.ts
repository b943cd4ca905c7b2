import { queryOptions } from '@tanstack/react-query'
import { call } from '@/shared/http/call'

/** `GET /auth/personas`: the invented people of the demo. Answers 404 where there is no demo. */
export const personasQuery = queryOptions({
  queryKey: ['people', 'personas'],
  queryFn: async () => (await call('GET /auth/personas')).items,
  staleTime: Infinity,
})
