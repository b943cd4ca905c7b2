import type { ErrorCode, ErrorParams } from '@wanli/contracts/errors'

import { CANTEEN_ERRORS } from '../canteen/canteen.errors.js'
import { COUNTER_ERRORS } from '../counter/counter.errors.js'
import { DELIVERY_ERRORS } from '../delivery/delivery.errors.js'
import { KITCHEN_ERRORS } from '../kitchen/kitchen.errors.js'
import { MENUS_ERRORS } from '../menus/menus.errors.js'
import { NOTICES_ERRORS } from '../notices/notices.errors.js'
import { DESK_ERRORS, MANDATES_ERRORS, PEOPLE_ERRORS } from '../people/people.errors.js'
import { PRIVACY_ERRORS } from '../privacy/privacy.errors.js'
import { UPLOADS_ERRORS } from '../uploads/uploads.errors.js'
import { WALLET_ERRORS } from '../wallet/wallet.errors.js'
import { WECHAT_ERRORS } from '../wechat/wechat.errors.js'

import type { Catalogue } from './catalogue.js'
import { COMMON_ERRORS } from './common.errors.js'

/** Every refusal of the API: the modules' tables in one record, checked complete by the compiler. */
export const ERROR_CATALOGUE = {
  ...COMMON_ERRORS,
  ...PEOPLE_ERRORS,
  ...MANDATES_ERRORS,
  ...DESK_ERRORS,
  ...PRIVACY_ERRORS,
  ...WALLET_ERRORS,
  ...UPLOADS_ERRORS,
  ...NOTICES_ERRORS,
  ...CANTEEN_ERRORS,
  ...MENUS_ERRORS,
  ...KITCHEN_ERRORS,
  ...COUNTER_ERRORS,
  ...DELIVERY_ERRORS,
  ...WECHAT_ERRORS,
} as const satisfies Catalogue<ErrorParams>

/** The Chinese sentence of a code with its params filled in. */
export function sentenceOf(code: ErrorCode, params: Record<string, string | number | boolean>): string {
  return ERROR_CATALOGUE[code].message.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
}
