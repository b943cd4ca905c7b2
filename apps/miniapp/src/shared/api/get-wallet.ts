import { queryOptions } from '@tanstack/react-query'
import { call } from '@/shared/http/call'

/** `GET /wallet`: what the caller has, in all and by pocket. */
export const walletQuery = queryOptions({
  queryKey: ['wallet', 'balance'],
  queryFn: () => call('GET /wallet'),
})
