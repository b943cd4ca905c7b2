import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SittingsReply } from '@wanli/contracts/canteen'
import { sittingsQuery } from '@/shared/api/canteens'

/** Every sitting of a canteen for which orders are or will be taken, with the days of those. Waits until the canteen is known. */
export function useSittings(canteenId: string | undefined): UseQueryResult<SittingsReply> {
  return useQuery({ ...sittingsQuery(canteenId ?? ''), enabled: canteenId !== undefined })
}
