import type { OrderView } from '@wanli/contracts/canteen'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'
import { forgetWhatOrdersChange } from './place-order'

/** Takes a given-up meal over at one's own price, which is refused when it is not `payFen` any more. */
export async function takeOver(id: string, payFen: number, idempotencyKey: string): Promise<OrderView> {
  const body = { payBy: 'wallet' as const, expectedPayFen: payFen }
  const order = await call('POST /canteen/orders/:id/take-over', { params: { id }, body, idempotencyKey })
  queryClient.setQueryData(['canteen', 'order', order.id], order)
  forgetWhatOrdersChange()
  return order
}
