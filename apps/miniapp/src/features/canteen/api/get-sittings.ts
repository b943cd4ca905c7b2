import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SittingBrief } from '@wanli/contracts/canteen'
import { aboutCanteen } from '@/shared/api/canteens'
import { call } from '@/shared/http/call'

/** Every sitting of a canteen for which orders are or will be taken. Waits until the canteen is known. */
export function useSittings(canteenId: string | undefined): UseQueryResult<SittingBrief[]> {
  return useQuery({
    queryKey: ['canteen', 'sittings', canteenId],
    queryFn: () =>
      aboutCanteen(async () => (await call('GET /canteen/sittings', { query: { canteenId: canteenId ?? '' } })).items),
    enabled: canteenId !== undefined,
  })
}
