import type { SlipView } from '@wanli/contracts/counter'
import { call } from '@/shared/http/call'

/** The slip of an order, for somebody without a phone. */
export function getSlip(orderId: string): Promise<SlipView> {
  return call('GET /counter/orders/:id/slip', { params: { id: orderId } })
}
