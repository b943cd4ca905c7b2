import type { KitchenChange, SeeChangeRequest } from '@wanli/contracts/kitchen'
import { call } from '@/shared/http/call'

/** `POST /canteen/kitchen/sittings/:id/changes`: exactly what was shown is seen. */
export const seeChange = (sittingId: string, change: KitchenChange, idempotencyKey: string): Promise<{ seen: true }> =>
  call('POST /canteen/kitchen/sittings/:id/changes', {
    params: { id: sittingId },
    body: bodyOf(change),
    idempotencyKey,
  })

function bodyOf(change: KitchenChange): SeeChangeRequest {
  const { kind, dishId } = change
  if (kind === 'amount') return { kind, dishId, amount: change.amount, sequence: change.sequence }
  return { kind, dishId, orderId: change.orderId, what: change.what }
}
