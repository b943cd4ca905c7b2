import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SittingsReply, SittingView } from '@wanli/contracts/canteen'
import { businessDayOf, compareTimes } from '@wanli/kernel/shanghai-time'
import { callAgain } from '@/shared/http/call'
import { serverNow } from '@/shared/http/server-clock'

const REFRESH_MS = 20_000

const readToday = (canteenId: string): Promise<SittingsReply> =>
  callAgain('GET /canteen/sittings', { query: { canteenId, day: businessDayOf(serverNow()) } })

/** The meal that is sold at a counter now, or the next one of today, with its dishes; null when there is none any more. */
export function useCounterSitting(canteenId: string | undefined, live: boolean): UseQueryResult<SittingView | null> {
  return useQuery({
    queryKey: ['canteen', 'board', 'counter', 'sitting', canteenId],
    queryFn: async () => {
      const { items } = await readToday(canteenId ?? '')
      const now = serverNow()
      const ahead = items.filter((one) => one.closedReason === null && new Date(one.serving.to) > now)
      const [next] = ahead.sort((a, b) => compareTimes(a.serving.from, b.serving.from))
      return next === undefined ? null : callAgain('GET /canteen/sittings/:id', { params: { id: next.id }, query: {} })
    },
    enabled: canteenId !== undefined,
    refetchInterval: live && REFRESH_MS,
  })
}

/** Today's meals at a counter, also those that are closed or over: why nothing is sold. */
export function useCounterToday(canteenId: string): UseQueryResult<SittingsReply> {
  return useQuery({
    queryKey: ['canteen', 'board', 'counter', 'today', canteenId],
    queryFn: () => readToday(canteenId),
  })
}
