import type { PaymentView } from '@wanli/contracts/wallet'
import { call } from '@/shared/http/call'

/** `POST /canteen/orders/:id/pay`: what WeChat needs to ask for the money of an order that waits for it. */
export const payOrder = (id: string, idempotencyKey: string): Promise<PaymentView> =>
  call('POST /canteen/orders/:id/pay', { params: { id }, idempotencyKey })
