import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { OrderView } from '@wanli/contracts/canteen'
import { callAgain } from '@/shared/http/call'

/** `GET /canteen/orders/:id`: what the list of orders does not say. Its key is the order page's: whichever comes first serves both. */
export function useWholeOrder(id: string): UseQueryResult<OrderView> {
  return useQuery({
    queryKey: ['canteen', 'order', id],
    queryFn: () => callAgain('GET /canteen/orders/:id', { params: { id } }),
    enabled: id !== '',
  })
}
