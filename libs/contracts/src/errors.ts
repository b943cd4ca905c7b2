import type { CanteenErrors } from './canteen.js'
import type { CounterErrors } from './counter.js'
import type { DeliveryErrors } from './delivery.js'
import type { DeskErrors } from './desk.js'
import type { KitchenErrors } from './kitchen.js'
import type { MandatesErrors } from './mandates.js'
import type { MenusErrors } from './menus.js'
import type { NoParams } from './no-params.js'
import type { NoticesErrors } from './notices.js'
import type { PeopleErrors } from './people.js'
import type { PrivacyErrors } from './privacy.js'
import type { UploadsErrors } from './uploads.js'
import type { WalletErrors } from './wallet.js'
import type { WechatErrors } from './wechat.js'

/** Errors any route may answer with. The value type is the shape of `params`. */
export interface CommonErrors {
  'request.invalid': NoParams
  'request.not_json': NoParams
  'request.unsupported_type': NoParams
  'request.too_large': { maxBytes: number }
  'request.not_found': NoParams
  'request.too_many': { retryAfterSeconds: number }
  'request.idempotency_key_required': NoParams
  'request.idempotency_key_invalid': NoParams
  'request.idempotency_mismatch': NoParams
  'request.idempotency_in_flight': { retryAfterSeconds: number }
  'request.busy': { retryAfterSeconds: number }
  internal: NoParams
}

/** Every error code with the shape of its parameters. */
export interface ErrorParams
  extends
    CommonErrors,
    PeopleErrors,
    MandatesErrors,
    DeskErrors,
    PrivacyErrors,
    WalletErrors,
    CanteenErrors,
    MenusErrors,
    KitchenErrors,
    CounterErrors,
    DeliveryErrors,
    NoticesErrors,
    UploadsErrors,
    WechatErrors {}

/** A stable error code: the only thing a client may branch on. */
export type ErrorCode = keyof ErrorParams

/** One field of a request that was refused. `path` is dotted (`lines.0.quantity`). */
export interface FieldProblem {
  path: string
  rule: string
  message: string
}

/** The body of every refusal (RFC 9457, `application/problem+json`). `detail` is a Chinese sentence for a person. */
export interface Problem {
  type: string
  title: string
  status: number
  code: ErrorCode
  detail: string
  params: Record<string, string | number | boolean>
  requestId: string
  fields?: FieldProblem[]
}
