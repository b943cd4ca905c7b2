import type { ErrorCode } from '@wanli/contracts/errors'
import type { RefusalParams } from './domain-error.js'
/** What was answered: a reply, or a refusal. */
export type StoredAnswer =
  | {
      reply: unknown
    }
  | {
      refusal: {
        code: ErrorCode
        params: RefusalParams
      }
    }
/** An idempotency key a person has used, with the answer it got. */
export declare class RequestKey {
  personId: string
  keyText: string
  fingerprint: string
  /** A {@link StoredAnswer} as JSON. */
  answer: string | null
  createdAt: Date
}
