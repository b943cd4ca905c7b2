import type { MandateAction, MandatePayer, MandateScope, MandateStatus, MandateTerms } from '@wanli/contracts/mandates'
import { yuan } from '@wanli/kernel/money'

/** What of a mandate the rules look at. */
export interface MandateFacts {
  status: MandateStatus
  validUntil: string | null
  dailyCapFen: number | null
  spentDay: string | null
  spentFen: number
}

/** The state of a mandate on a Shanghai day: a live one whose last day is over has expired, whatever its row says. */
export function statusOn(mandate: Pick<MandateFacts, 'status' | 'validUntil'>, today: string): MandateStatus {
  const over = mandate.validUntil !== null && mandate.validUntil < today
  return over && (mandate.status === 'live' || mandate.status === 'offered') ? 'expired' : mandate.status
}

/** What was spent under a mandate on a day, in fen. */
export function spentOn(mandate: Pick<MandateFacts, 'spentDay' | 'spentFen'>, today: string): number {
  return mandate.spentDay === today ? mandate.spentFen : 0
}

/** What the cap still allows on a day, in fen; null without a cap. */
export function capLeftOn(mandate: MandateFacts, today: string): number | null {
  return mandate.dailyCapFen === null ? null : Math.max(0, mandate.dailyCapFen - spentOn(mandate, today))
}

/** What one side may do with a mandate in a state. */
export function mandateActions(status: MandateStatus, side: MandatePayer): MandateAction[] {
  if (status === 'offered') return side === 'principal' ? ['decline', 'accept'] : ['revoke']
  if (status === 'live') return side === 'principal' ? ['change', 'revoke'] : ['revoke']
  return []
}

/** The key that is unique while a mandate is offered or live. */
export function pairOf(principalId: string, agentId: string): string {
  return `${principalId} ${agentId}`
}

const SCOPE_NAMES: Record<MandateScope, string> = { meals: '订餐', repairs: '报修', bookings: '预约' }

/** The terms of a mandate, with who pays in the words of whoever reads them: `订餐，每天最多 ¥60.00，周敏付钱`. */
export function termsText(terms: MandateTerms, whoPays: string): string {
  return [
    terms.scopes.map((scope) => SCOPE_NAMES[scope]).join('、'),
    ...(terms.dailyCapFen === null ? [] : [`每天最多 ¥${yuan(terms.dailyCapFen)}`]),
    whoPays,
  ].join('，')
}

/** Who pays, as the principal reads it: `周敏付钱`. */
export const payerForPrincipal = ({ payer }: MandateTerms, agentName: string): string =>
  payer === 'agent' ? `${agentName}付钱` : '从你的钱包付'

/** Who pays, as the agent reads it: `你付钱`. */
export const payerForAgent = ({ payer }: MandateTerms, principalName: string): string =>
  payer === 'agent' ? '你付钱' : `从${principalName}的钱包付`
