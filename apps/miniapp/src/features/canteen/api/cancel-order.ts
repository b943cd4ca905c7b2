import type { OrderView } from '@wanli/contracts/canteen'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'
import { forgetWhatOrdersChange } from './place-order'

/** Cancels an order before its cut-off; money and subsidy come back. */
export async function cancelOrder(id: string, idempotencyKey: string): Promise<OrderView> {
  const order = await call('POST /canteen/orders/:id/cancel', { params: { id }, idempotencyKey })
  queryClient.setQueryData(['canteen', 'order', id], order)
  forgetWhatOrdersChange()
  return order
}
