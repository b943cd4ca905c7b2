import type { DeskPersonView, VerifyFactRequest } from '@wanli/contracts/desk'
import type { FactEvidence, FactKind } from '@wanli/contracts/people'
import { needsConsent } from '@wanli/kernel/sensitive-facts'
import { isBusinessDay } from '@wanli/kernel/shanghai-time'
import { CLERK_TEXT } from '../clerk-text'

/** How long a fact holds: months from today, or null for always. */
export type Validity = 6 | 12 | 24 | null

/** The form of a fact: what the papers say, which papers, until when; and the number of the paper by which the person agrees to it. */
export interface FactForm {
  value: string
  evidence: FactEvidence | null
  validity: Validity
  consentPaper: string
}

/** What has to be put right first: which field, and a sentence. */
export interface FactProblem {
  at: 'consentPaper' | 'value' | 'evidence'
  say: string
}

/** Papers a clerk may be shown for a fact, the usual one first. */
export const PAPERS: Readonly<Record<FactKind, readonly FactEvidence[]>> = {
  birth_day: ['id_card', 'hukou_book', 'document'],
  residence: ['residence_permit', 'hukou_book', 'document'],
  hukou: ['hukou_book', 'id_card', 'document'],
  welfare_class: ['welfare_certificate', 'document'],
}

/** Where one lives and what one is entitled to change; when one was born does not. */
export const firstForm = (kind: FactKind, value = ''): FactForm => ({
  value,
  evidence: null,
  validity: kind === 'residence' || kind === 'welfare_class' ? 12 : null,
  consentPaper: '',
})

const DAY_DIGITS = 8

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/** A birth day typed in digits (`19440326`) or with dashes, as the day it is; null when it is none. */
export function birthDayOf(text: string): string | null {
  const digits = digitsOf(text)
  if (digits.length !== DAY_DIGITS) return null
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  return isBusinessDay(day) ? day : null
}

/** The day so many months after a day; the last of the month where the month is shorter. */
export function monthsAfter(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const month = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  for (let date = Number(day.slice(8)); ; date -= 1) {
    const found = `${month}-${String(date).padStart(2, '0')}`
    if (isBusinessDay(found)) return found
  }
}

/** Whether a fact is written down of this person only with the paper that they sign: they have not agreed to its being kept. */
export function asksPaper(kind: FactKind, person: Pick<DeskPersonView, 'consentedSensitive'>): boolean {
  return needsConsent(kind) && !person.consentedSensitive
}

/** What is sent, or what has to be put right first, in the order of the form. `withPaper` as {@link asksPaper} says. */
export function requestOf(
  kind: FactKind,
  form: FactForm,
  { today, withPaper }: { today: string; withPaper: boolean },
): VerifyFactRequest | FactProblem {
  const consentPaper = form.consentPaper.trim()
  if (withPaper && consentPaper === '') return { at: 'consentPaper', say: CLERK_TEXT.consentPaperWrong }
  const value = kind === 'birth_day' ? birthDayOf(form.value) : form.value.trim()
  if (value === null) {
    const isNoDay = digitsOf(form.value).length === DAY_DIGITS
    return { at: 'value', say: isNoDay ? CLERK_TEXT.noSuchDay : CLERK_TEXT.dayWrong }
  }
  if (value === '') return { at: 'value', say: CLERK_TEXT.valueWrong }
  if (form.evidence === null) return { at: 'evidence', say: CLERK_TEXT.evidenceWrong }
  const validUntil = form.validity === null ? null : monthsAfter(today, form.validity)
  return { value, evidence: form.evidence, validUntil, ...(withPaper ? { consentPaper } : {}) }
}
