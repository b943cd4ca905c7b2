import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SittingView } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { callAgain } from '@/shared/http/call'
import { serverNow } from '@/shared/http/server-clock'

const REFRESH_MS = 20_000

/** The meal that is sold at a counter now, or the next one of today, with its dishes; null when today is over. */
export function useCounterSitting(canteenId: string | undefined, live: boolean): UseQueryResult<SittingView | null> {
  return useQuery({
    queryKey: ['canteen', 'board', 'counter', 'sitting', canteenId],
    queryFn: async () => {
      const now = serverNow()
      const query = { canteenId: canteenId ?? '', day: businessDayOf(now) }
      const { items } = await callAgain('GET /canteen/sittings', { query })
      const ahead = items.filter((one) => one.closedReason === null && new Date(one.serving.to) > now)
      const [next] = ahead.sort((a, b) => a.serving.from.localeCompare(b.serving.from))
      return next === undefined ? null : callAgain('GET /canteen/sittings/:id', { params: { id: next.id }, query: {} })
    },
    enabled: canteenId !== undefined,
    refetchInterval: live && REFRESH_MS,
  })
}
