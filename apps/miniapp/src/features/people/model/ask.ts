import { FIRST_TERMS, type TermsForm } from '@/shared/mandate/terms'
import { TERMS_TEXT } from '@/shared/mandate/text'
import { ASK_TEXT, PEOPLE_TEXT } from '../text'
import { digitsOf, isMobile } from './phone'

/** The form of asking for a mandate: by the principal's phone with terms, or by a code that already has them. */
export interface AskForm {
  way: 'phone' | 'code'
  relation: string
  phone: string
  code: string
  terms: TermsForm
}

/** What is wrong with the form, by field, in a sentence. Empty when it may be sent. */
export type AskProblems = Partial<Record<'relation' | 'phone' | 'code' | 'scopes', string>>

/** An empty form. */
export const ASK_FIRST: AskForm = { way: 'phone', relation: '', phone: '', code: '', terms: FIRST_TERMS }

/** The form with a phone number as typed. */
export const withPhone = (form: AskForm, text: string): AskForm => ({ ...form, phone: digitsOf(text, 11) })

/** The form with a code as typed. */
export const withCode = (form: AskForm, text: string): AskForm => ({ ...form, code: digitsOf(text, 6) })

/** What has to be put right before sending. */
export function problemsOf(form: AskForm): AskProblems {
  const problems: AskProblems = {}
  if (form.relation.trim() === '') problems.relation = ASK_TEXT.relationWrong
  if (form.way === 'phone' && !isMobile(form.phone)) problems.phone = PEOPLE_TEXT.phoneWrong
  if (form.way === 'code' && form.code.length !== 6) problems.code = ASK_TEXT.codeWrong
  if (form.way === 'phone' && form.terms.scopes.length === 0) problems.scopes = TERMS_TEXT.needScope
  return problems
}
