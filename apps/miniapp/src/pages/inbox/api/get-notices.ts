import { infiniteQueryOptions } from '@tanstack/react-query'
import type { NoticesQuery, NoticeView } from '@wanli/contracts/notices'
import type { Page } from '@wanli/contracts/page'
import { callAgain } from '@/shared/http/call'

/** `GET /notices`: the caller's inbox, newest first, page by page: what waits for an answer, or the rest. */
export const noticesQuery = (only: NonNullable<NoticesQuery['only']>) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'list', only],
    queryFn: ({ pageParam }): Promise<Page<NoticeView>> =>
      callAgain('GET /notices', { query: { only, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
