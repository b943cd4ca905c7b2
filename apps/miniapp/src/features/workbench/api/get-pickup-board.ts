import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { PickupBoard } from '@wanli/contracts/pickups'
import { callAgain } from '@/shared/http/call'

const REFRESH_MS = 5_000

/** How the hand-over goes today; every five seconds while `live`. */
export function usePickupBoard(live: boolean): UseQueryResult<PickupBoard> {
  return useQuery({
    queryKey: ['canteen', 'board'],
    queryFn: () => callAgain('GET /canteen/pickups/board'),
    refetchInterval: live && REFRESH_MS,
  })
}
