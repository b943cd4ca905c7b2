import type { MandateView, RedeemMandateRequest } from '@wanli/contracts/mandates'
import { call } from '@/shared/http/call'

/** `POST /mandates/redeem`: trades the six digits somebody told for a mandate. */
export const redeemMandate = (body: RedeemMandateRequest, idempotencyKey: string): Promise<MandateView> =>
  call('POST /mandates/redeem', { body, idempotencyKey })
