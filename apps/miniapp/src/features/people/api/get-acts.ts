import { infiniteQueryOptions } from '@tanstack/react-query'
import type { ActView } from '@wanli/contracts/mandates'
import type { Page } from '@wanli/contracts/page'
import { call } from '@/shared/http/call'

/** `GET /mandates/acts`: what was done for the caller and by the caller for others, newest first, page by page. */
export const actsQuery = infiniteQueryOptions({
  queryKey: ['people', 'acts'],
  queryFn: ({ pageParam }): Promise<Page<ActView>> =>
    call('GET /mandates/acts', { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor ?? undefined,
})
