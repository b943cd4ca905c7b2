import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Page } from '@wanli/contracts/page'
import type { AccessLogItem } from '@wanli/contracts/privacy'
import { call } from '@/shared/http/call'

/** `GET /me/access-log`: who looked at the caller's data and why, newest first, page by page. */
export const accessLogQuery = infiniteQueryOptions({
  queryKey: ['people', 'access-log'],
  queryFn: ({ pageParam }): Promise<Page<AccessLogItem>> =>
    call('GET /me/access-log', { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor ?? undefined,
})
