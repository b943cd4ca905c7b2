import type { MandatePayer, MandateScope, MandateTerms } from '@wanli/contracts/mandates'
import { yuan } from '@wanli/kernel/money'
import { fullDayText } from '@wanli/kernel/shanghai-time'
import { facts } from './facts'
import { unbroken } from './unbroken'

/** What a mandate covers, in words. */
export const SCOPE_TEXT = { meals: '订餐', repairs: '报修', bookings: '预约' } as const satisfies Record<
  MandateScope,
  string
>

const YUAN_ONLY = /\.00$/

/** An amount without its fen when there are none: `60`, `14.85`. */
export const shortYuan = (fen: number): string => yuan(fen).replace(YUAN_ONLY, '')

/** Who looks at a mandate: one of its two sides, or a desk between them. */
export type MandateReader = MandatePayer | 'desk'

function payerText(payer: MandatePayer, reader: MandateReader): string {
  if (reader === 'desk') return payer === 'agent' ? '替办人付钱' : '本人付钱'
  return payer === reader ? '我付钱' : '对方付钱'
}

/**
 * What one may do for somebody, seen by one of the two or by a desk: `订餐、报修 · 每天最多 ¥60 · 我付钱 · 到 12月31日`. A year other than
 * today's is said.
 */
export function mandateWords(terms: MandateTerms, reader: MandateReader, today: string): string {
  const parts = [
    terms.scopes.map((scope) => SCOPE_TEXT[scope]).join('、'),
    ...(terms.dailyCapFen === null ? [] : [`每天最多 ¥${shortYuan(terms.dailyCapFen)}`]),
    payerText(terms.payer, reader),
    ...(terms.validUntil === null ? [] : [`到 ${fullDayText(terms.validUntil, today)}`]),
  ]
  return unbroken(facts(...parts))
}
