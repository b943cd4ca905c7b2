import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { KitchenDay } from '@wanli/contracts/kitchen'
import { callAgain } from '@/shared/http/call'

/** The clock moves what is current and what is late, though nothing changes. */
const REFRESH_MS = 30_000

/** `GET /canteen/kitchen`: today's sittings of my canteen. */
export function useKitchenDay(live: boolean): UseQueryResult<KitchenDay> {
  return useQuery({
    queryKey: ['canteen', 'board', 'kitchen-day'],
    queryFn: () => callAgain('GET /canteen/kitchen'),
    enabled: live,
    refetchInterval: live && REFRESH_MS,
  })
}
