import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SittingView } from '@wanli/contracts/canteen'
import { sittingQuery } from '@/shared/api/canteens'

/** Portions go fast before noon: a menu that is looked at is asked for this often. */
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
    ...sittingQuery(sittingId ?? '', forPersonId),
    enabled: sittingId !== undefined,
    refetchInterval: live && REFRESH_MS,
    placeholderData: (previous) => (previous?.id === sittingId ? previous : undefined),
  })
}
