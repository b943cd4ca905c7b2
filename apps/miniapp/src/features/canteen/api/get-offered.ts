import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { OfferedMealView } from '@wanli/contracts/meals'
import { callAgain } from '@/shared/http/call'

const REFRESH_MS = 10_000

/** Meals of a sitting that others gave up, at the caller's price; asked for again and again while they are looked at. */
export function useOffered(sittingId: string, live: boolean): UseQueryResult<OfferedMealView[]> {
  return useQuery({
    queryKey: ['canteen', 'sitting', 'offered', sittingId],
    queryFn: async () => (await callAgain('GET /canteen/offered', { query: { sittingId } })).items,
    refetchInterval: live && REFRESH_MS,
  })
}
