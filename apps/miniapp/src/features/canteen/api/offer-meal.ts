import type { OrderView } from '@wanli/contracts/canteen'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'
import { forgetWhatOrdersChange } from './place-order'

/** Gives a meal up for somebody else, or keeps it after all. */
export async function offerMeal(id: string, verb: 'offer' | 'withdraw', idempotencyKey: string): Promise<OrderView> {
  const order = await call(`POST /canteen/orders/:id/${verb}`, { params: { id }, idempotencyKey })
  queryClient.setQueryData(['canteen', 'order', id], order)
  forgetWhatOrdersChange()
  return order
}
