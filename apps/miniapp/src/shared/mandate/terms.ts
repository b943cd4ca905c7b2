import type { MandatePayer, MandateScope, MandateTerms } from '@wanli/contracts/mandates'
import { addDays } from '@wanli/kernel/shanghai-time'

/** How long a mandate lasts, as people choose it: days from today, or null for until it is ended. */
export type TermLength = 30 | 180 | 365 | null

/** The form of a mandate's terms. `until` is kept when an existing end day is not one of the offered lengths. */
export interface TermsForm {
  scopes: MandateScope[]
  dailyCapFen: number | null
  payer: MandatePayer
  length: TermLength | 'kept'
  keptUntil: string | null
}

/** What is offered: amounts a day in fen (null is no cap) and lengths in days. */
const CAPS: readonly (number | null)[] = [3000, 6000, 10_000, null]
export const LENGTHS: readonly TermLength[] = [30, 180, 365, null]
const SCOPES: readonly MandateScope[] = ['meals', 'repairs', 'bookings']

/** A careful beginning: meals only, sixty yuan a day, the agent pays, half a year. */
export const FIRST_TERMS: TermsForm = {
  scopes: ['meals'],
  dailyCapFen: 6000,
  payer: 'agent',
  length: 180,
  keptUntil: null,
}

/** The form of terms that stand already. */
export function formOf(terms: MandateTerms): TermsForm {
  return {
    scopes: terms.scopes,
    dailyCapFen: terms.dailyCapFen,
    payer: terms.payer,
    length: terms.validUntil === null ? null : 'kept',
    keptUntil: terms.validUntil,
  }
}

/** The scopes with one of them switched, in their order. */
export function toggleScope(scopes: readonly MandateScope[], scope: MandateScope): MandateScope[] {
  return SCOPES.filter((one) => (one === scope) !== scopes.includes(one))
}

/** The terms a form stands for on a Shanghai day. */
export function termsOf(form: TermsForm, today: string): MandateTerms {
  const validUntil = form.length === 'kept' ? form.keptUntil : form.length === null ? null : addDays(today, form.length)
  return { scopes: form.scopes, dailyCapFen: form.dailyCapFen, payer: form.payer, validUntil }
}

/** Caps to choose from; one that was set elsewhere is offered too. */
export function capsWith(cap: number | null): readonly (number | null)[] {
  return CAPS.includes(cap) ? CAPS : [...CAPS.slice(0, -1), cap, null].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
}
