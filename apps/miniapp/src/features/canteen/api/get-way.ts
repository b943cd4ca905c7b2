import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { OrderDeliveryView } from '@wanli/contracts/delivery'
import { callAgain } from '@/shared/http/call'

const REFRESH_MS = 10_000

/** `GET /delivery/orders/:id`: the way of a meal that is brought. Its key begins as the order's, so that both are stale together. */
export function useWay(orderId: string, live: boolean, enabled = true): UseQueryResult<OrderDeliveryView> {
  return useQuery({
    queryKey: ['canteen', 'order', orderId, 'way'],
    queryFn: () => callAgain('GET /delivery/orders/:id', { params: { id: orderId } }),
    enabled,
    refetchInterval: live && REFRESH_MS,
  })
}
