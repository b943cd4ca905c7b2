import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Page } from '@wanli/contracts/page'
import type { WalletEntryView } from '@wanli/contracts/wallet'
import { call } from '@/shared/http/call'

/** `GET /wallet/entries`: the caller's statement of one month (`YYYY-MM`), newest first, page by page. */
export const entriesQuery = (month: string) =>
  infiniteQueryOptions({
    queryKey: ['wallet', 'entries', month],
    queryFn: ({ pageParam }): Promise<Page<WalletEntryView>> =>
      call('GET /wallet/entries', { query: { limit: 20, month, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
