import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SittingView } from '@wanli/contracts/canteen'
import { callAgain } from '@/shared/http/call'

/** Portions go fast before noon: what is shown is at most this old while the page is looked at. */
const REFRESH_MS = 20_000

/**
 * A sitting with its dishes and the prices of one eater (null: the caller). While another eater's prices are on their way the
 * old ones stay. `live` asks again and again; false while the page is out of view.
 */
export function useSitting(
  sittingId: string | undefined,
  forPersonId: string | null,
  live: boolean,
): UseQueryResult<SittingView> {
  return useQuery({
    queryKey: ['canteen', 'sitting', sittingId, forPersonId],
    queryFn: () =>
      callAgain('GET /canteen/sittings/:id', {
        params: { id: sittingId ?? '' },
        query: forPersonId ? { forPersonId } : {},
      }),
    enabled: sittingId !== undefined,
    staleTime: REFRESH_MS / 2,
    refetchInterval: live && REFRESH_MS,
    placeholderData: (previous) => (previous?.id === sittingId ? previous : undefined),
  })
}
