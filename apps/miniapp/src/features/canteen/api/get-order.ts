import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { OrderView } from '@wanli/contracts/canteen'
import { call } from '@/shared/http/call'
import { isWaiting } from '../model/countdown'

/** The window hands meals over all the time; the page should know within a breath. */
const REFRESH_MS = 5_000

/** One order. While it waits to be fetched and the page is in view (`live`) it is asked for every five seconds. */
export function useOrder(id: string, live: boolean): UseQueryResult<OrderView> {
  return useQuery({
    queryKey: ['canteen', 'order', id],
    queryFn: () => call('GET /canteen/orders/:id', { params: { id } }),
    refetchInterval: ({ state }) => live && state.data !== undefined && isWaiting(state.data) && REFRESH_MS,
  })
}
