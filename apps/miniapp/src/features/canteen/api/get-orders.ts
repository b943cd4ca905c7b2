import { useInfiniteQuery, useQuery, type UseInfiniteQueryResult, type UseQueryResult } from '@tanstack/react-query'
import type { OrderListItem } from '@wanli/contracts/canteen'
import { callAgain } from '@/shared/http/call'

/** Orders that still wait to be paid or fetched, soonest first. */
export function useOpenOrders(): UseQueryResult<OrderListItem[]> {
  return useQuery({
    queryKey: ['canteen', 'orders', 'open'],
    queryFn: async () => (await callAgain('GET /canteen/orders', { query: { open: 'true' } })).items,
  })
}

/** Every order, newest first, a page at a time; pages are joined. */
export function useOrderPages(): UseInfiniteQueryResult<OrderListItem[]> {
  return useInfiniteQuery({
    queryKey: ['canteen', 'orders', 'all'],
    queryFn: ({ pageParam }) => callAgain('GET /canteen/orders', { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    select: (data) => data.pages.flatMap((page) => page.items),
  })
}
