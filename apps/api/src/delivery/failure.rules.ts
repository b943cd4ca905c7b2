import { sentenceOf } from '../common/error-catalogue.js'
import type { DomainError } from '../common/domain-error.js'

/** Who is behind a standing order, by name: who pays for it when that is not who eats, and who set it up. */
export interface StandingPeople {
  /** '' when who eats pays themself. */
  payer: string
  setUpBy: string
}

/** Why a standing order brings nothing since the mandate of who set it up has ended. */
export const lapsedText = (setUpBy: string): string => `${setUpBy}不再代办，不会自动订了`

/**
 * Why a day of a standing order cannot be had, in words for who eats and who set it up: the refusal was made for whoever orders, and both
 * read this. What is in a wallet is its owner's to know.
 */
export function failureText({ code, params }: Pick<DomainError, 'code' | 'params'>, who: StandingPeople): string {
  const whose = who.payer === '' ? '' : `${who.payer}的`
  if (code === 'people.no_mandate') return lapsedText(who.setUpBy)
  if (code === 'wallet.insufficient' || code === 'wallet.other_insufficient')
    return `${whose}钱包里的钱不够付 ¥${String(params['needed'])}`
  if (code === 'mandates.cap_reached')
    return `${who.setUpBy}一天最多替花 ¥${String(params['cap'])}，今天只剩 ¥${String(params['left'])}`
  return sentenceOf(code, params)
}
