import { queryOptions } from '@tanstack/react-query'
import { call } from '@/shared/http/call'

/** `GET /wallet/payouts`: money on its way back, and what came of it. */
export const payoutsQuery = queryOptions({
  queryKey: ['wallet', 'payouts'],
  queryFn: async () => (await call('GET /wallet/payouts')).items,
})
