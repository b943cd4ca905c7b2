import type { OrderView, PlaceOrderRequest } from '@wanli/contracts/canteen'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/**
 * Orders and pays. The key belongs to the form, so that a second tap or a repeat after a lost reply is the same order.
 * Afterwards everything that money, portions and notices are read from is stale.
 */
export async function placeOrder(body: PlaceOrderRequest, idempotencyKey: string): Promise<OrderView> {
  const order = await call('POST /canteen/orders', { body, idempotencyKey })
  queryClient.setQueryData(['canteen', 'order', order.id], order)
  forgetWhatOrdersChange()
  return order
}

/** Makes stale what an order changes: lists of orders, portions, the wallet, the inbox. */
export function forgetWhatOrdersChange(): void {
  for (const key of [['canteen', 'orders'], ['canteen', 'sitting'], ['canteen', 'quote'], ['wallet'], ['notices']]) {
    void queryClient.invalidateQueries({ queryKey: key })
  }
}
