import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { KitchenBoard, TicketOrder } from '@wanli/contracts/kitchen'
import { callAgain } from '@/shared/http/call'

/** Changes are told at once; this is for when nobody can tell them. */
const REFRESH_MS = 5_000

/** `GET /canteen/kitchen/sittings/:id/board`: how a sitting goes; asked again when the canteen's board changes. */
export function useKitchenBoard(sittingId: string, order: TicketOrder, live: boolean): UseQueryResult<KitchenBoard> {
  return useQuery({
    queryKey: ['canteen', 'board', 'kitchen', sittingId, order],
    queryFn: () =>
      callAgain('GET /canteen/kitchen/sittings/:id/board', { params: { id: sittingId }, query: { order } }),
    placeholderData: (before) => (before?.sitting.id === sittingId ? before : undefined),
    refetchInterval: live && REFRESH_MS,
  })
}
