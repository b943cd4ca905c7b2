import { queryOptions } from '@tanstack/react-query'
import { callAgain } from '@/shared/http/call'

/** `GET /wallet`: what the caller has, in all and by pocket. */
export const walletQuery = queryOptions({
  queryKey: ['wallet', 'balance'],
  queryFn: () => callAgain('GET /wallet'),
})
