import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { OrderView } from '@wanli/contracts/canteen'
import { callAgain } from '@/shared/http/call'
import { isUnpaid, isWaiting } from '../model/countdown'

/** The window hands meals over all the time; the page should know within a breath. */
const REFRESH_MS = 5_000
/** Money comes from WeChat to the server, never to this phone: it is asked after often. */
const UNPAID_MS = 1_500

function refreshMs(order: OrderView | undefined): number | false {
  if (!order) return false
  if (isUnpaid(order)) return UNPAID_MS
  return isWaiting(order) && REFRESH_MS
}

/** One order. While it waits for money or to be fetched and the page is in view (`live`) it is asked for again and again. */
export function useOrder(id: string, live: boolean): UseQueryResult<OrderView> {
  return useQuery({
    queryKey: ['canteen', 'order', id],
    queryFn: () => callAgain('GET /canteen/orders/:id', { params: { id } }),
    refetchInterval: ({ state }) => live && refreshMs(state.data),
  })
}
