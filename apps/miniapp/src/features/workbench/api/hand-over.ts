import type { PickupView } from '@wanli/contracts/pickups'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/** Hands an order over. `early` says that the clerk does so before its serving time on purpose. */
export async function handOver(code: string, early: boolean, idempotencyKey: string): Promise<PickupView> {
  const pickup = await call('POST /canteen/pickups', { body: early ? { code, early } : { code }, idempotencyKey })
  void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
  return pickup
}
