import { useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import type { OrderListItem } from '@wanli/contracts/canteen'
import { callAgain } from '@/shared/http/call'

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
