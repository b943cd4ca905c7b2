import { daysBetween } from '@wanli/kernel/shanghai-time'

import { DomainError } from '../common/domain-error.js'
import { InvalidRequestError } from '../common/invalid-request.js'

/** Days that figures may be asked for at once. */
const LONGEST = 31

/** Makes sure that a span of days, both inclusive, is one. Throws InvalidRequestError (422), `menus.span_too_long` (422). */
export function assertSpan(from: string, to: string): void {
  if (from > to) throw new InvalidRequestError([{ path: 'to', rule: 'order', message: '不能早于开始的日子' }])
  if (daysBetween(from, to) >= LONGEST) throw new DomainError('menus.span_too_long')
}
