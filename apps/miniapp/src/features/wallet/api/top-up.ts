import type { PaymentView } from '@wanli/contracts/wallet'
import { call } from '@/shared/http/call'

/** `POST /wallet/top-ups`: a payment at WeChat that will fill the wallet by `amountFen`. */
export const topUp = (amountFen: number, idempotencyKey: string): Promise<PaymentView> =>
  call('POST /wallet/top-ups', { body: { amountFen }, idempotencyKey })
