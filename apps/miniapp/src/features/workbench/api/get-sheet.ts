import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { SheetView } from '@wanli/contracts/kitchen'
import { callAgain } from '@/shared/http/call'

/** A preview becomes a sheet by the clock alone. */
const REFRESH_MS = 15_000

/** `GET /canteen/kitchen/sittings/:id/sheet`. What is frozen is asked for again only with the board, for its samples. */
export function useSheet(sittingId: string, live: boolean): UseQueryResult<SheetView> {
  return useQuery({
    queryKey: ['canteen', 'board', 'sheet', sittingId],
    queryFn: () => callAgain('GET /canteen/kitchen/sittings/:id/sheet', { params: { id: sittingId } }),
    refetchInterval: ({ state }) => live && state.data?.number === null && REFRESH_MS,
  })
}
