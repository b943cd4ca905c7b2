import { queryOptions } from '@tanstack/react-query'
import { call } from '@/shared/http/call'

/** `GET /desk/recent`: what this clerk did today. */
export const recentActsQuery = queryOptions({
  queryKey: ['desk', 'recent'],
  queryFn: async () => (await call('GET /desk/recent')).items,
})
