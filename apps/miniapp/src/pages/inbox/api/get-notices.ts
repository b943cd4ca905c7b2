import { infiniteQueryOptions } from '@tanstack/react-query'
import type { NoticeView } from '@wanli/contracts/notices'
import type { Page } from '@wanli/contracts/page'
import { call } from '@/shared/http/call'

/** `GET /notices`: the caller's inbox, newest first, page by page. */
export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices', 'list'],
  queryFn: ({ pageParam }): Promise<Page<NoticeView>> =>
    call('GET /notices', { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor ?? undefined,
})
