import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { CanteenView } from '@wanli/contracts/canteen'
import { call } from '@/shared/http/call'

const A_DAY_MS = 24 * 3_600_000

/** The canteens of the sub-district. They change seldom, so one answer serves for a day. */
export function useCanteens(): UseQueryResult<CanteenView[]> {
  return useQuery({
    queryKey: ['canteen', 'canteens'],
    queryFn: async () => (await call('GET /canteen/canteens')).items,
    staleTime: A_DAY_MS,
  })
}
