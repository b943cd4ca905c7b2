import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SittingBrief } from '@wanli/contracts/canteen'
import { sittingsQuery } from '@/shared/api/canteens'

/** Every sitting of a canteen for which orders are or will be taken. Waits until the canteen is known. */
export function useSittings(canteenId: string | undefined): UseQueryResult<SittingBrief[]> {
  return useQuery({ ...sittingsQuery(canteenId ?? ''), enabled: canteenId !== undefined })
}
