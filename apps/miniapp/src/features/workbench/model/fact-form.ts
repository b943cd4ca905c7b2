import type { VerifyFactRequest } from '@wanli/contracts/desk'
import type { FactEvidence, FactKind } from '@wanli/contracts/people'
import { isBusinessDay } from '@wanli/kernel/shanghai-time'
import { CLERK_TEXT } from '../clerk-text'

/** How long a fact holds: months from today, or null for always. */
export type Validity = 6 | 12 | 24 | null

/** The form of a fact: what the papers say, which papers, until when. */
export interface FactForm {
  value: string
  evidence: FactEvidence | null
  validity: Validity
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

/** What is sent, or what has to be put right first, in a sentence. */
export function requestOf(kind: FactKind, form: FactForm, today: string): VerifyFactRequest | string {
  const value = kind === 'birth_day' ? birthDayOf(form.value) : form.value.trim()
  if (value === null) return digitsOf(form.value).length === DAY_DIGITS ? CLERK_TEXT.noSuchDay : CLERK_TEXT.dayWrong
  if (value === '') return CLERK_TEXT.valueWrong
  if (form.evidence === null) return CLERK_TEXT.evidenceWrong
  const validUntil = form.validity === null ? null : monthsAfter(today, form.validity)
  return { value, evidence: form.evidence, validUntil }
}
