import type { MandatePayer, MandateScope, MandateTerms } from '@wanli/contracts/mandates'
import { yuan } from '@wanli/kernel/money'
import { fullDayText } from '@wanli/kernel/shanghai-time'

/** What a mandate covers, in words. */
export const SCOPE_TEXT = { meals: '订餐', repairs: '报修', bookings: '预约' } as const satisfies Record<
  MandateScope,
  string
>

const YUAN_ONLY = /\.00$/

/** An amount without its fen when there are none: `60`, `14.85`. */
export const shortYuan = (fen: number): string => yuan(fen).replace(YUAN_ONLY, '')

const payerText = (payer: MandatePayer, iAm: MandatePayer): string => (payer === iAm ? '我付钱' : '对方付钱')

/**
 * What one may do for somebody, seen by one of the two: `订餐、报修 · 每天最多 ¥60 · 我付钱 · 到 12月31日`. A year other than
 * today's is said.
 */
export function mandateWords(terms: MandateTerms, iAm: MandatePayer, today: string): string {
  const parts = [
    terms.scopes.map((scope) => SCOPE_TEXT[scope]).join('、'),
    ...(terms.dailyCapFen === null ? [] : [`每天最多 ¥${shortYuan(terms.dailyCapFen)}`]),
    payerText(terms.payer, iAm),
    ...(terms.validUntil === null ? [] : [`到 ${fullDayText(terms.validUntil, today)}`]),
  ]
  return parts.join(' · ')
}
