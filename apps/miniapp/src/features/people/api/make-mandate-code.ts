import type { MandateCodeReply, MandateCodeRequest } from '@wanli/contracts/mandates'
import { call } from '@/shared/http/call'

/** `POST /mandates/codes`: six digits that let whoever is told them act for the caller. */
export const makeMandateCode = (body: MandateCodeRequest, idempotencyKey: string): Promise<MandateCodeReply> =>
  call('POST /mandates/codes', { body, idempotencyKey })
