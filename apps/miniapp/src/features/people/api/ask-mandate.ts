import type { AskMandateRequest } from '@wanli/contracts/mandates'
import { call } from '@/shared/http/call'

/** `POST /mandates`: asks whoever has a phone number. The answer never tells whether the number is known. */
export const askMandate = (body: AskMandateRequest, idempotencyKey: string): Promise<{ asked: true }> =>
  call('POST /mandates', { body, idempotencyKey })
