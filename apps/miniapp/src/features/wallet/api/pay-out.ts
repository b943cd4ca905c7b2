import type { PayoutView } from '@wanli/contracts/wallet'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/** `POST /wallet/payouts`: gives all of one's own money back to where it came from. */
export async function payOut(idempotencyKey: string): Promise<PayoutView> {
  const reply = await call('POST /wallet/payouts', { idempotencyKey })
  void queryClient.invalidateQueries({ queryKey: ['wallet'] })
  return reply
}
