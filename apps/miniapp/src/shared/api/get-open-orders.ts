import { queryOptions } from '@tanstack/react-query'
import { callAgain } from '@/shared/http/call'

/** `GET /canteen/orders?open=true`: orders that still wait to be paid or collected, soonest first. */
export const openOrdersQuery = queryOptions({
  queryKey: ['canteen', 'orders', 'open'],
  queryFn: async () => (await callAgain('GET /canteen/orders', { query: { open: 'true', limit: 20 } })).items,
})
