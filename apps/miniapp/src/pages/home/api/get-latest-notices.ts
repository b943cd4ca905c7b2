import { queryOptions } from '@tanstack/react-query'
import { callAgain } from '@/shared/http/call'

/** `GET /notices`, first rows only: what the home page shows one of. */
export const latestNoticesQuery = queryOptions({
  queryKey: ['notices', 'latest'],
  queryFn: async () => (await callAgain('GET /notices', { query: { limit: 5 } })).items,
})
