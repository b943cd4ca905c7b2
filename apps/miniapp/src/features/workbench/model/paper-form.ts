import type { DeskMandateRequest, DeskPersonBrief } from '@wanli/contracts/desk'
import { FIRST_TERMS, termsOf, type TermsForm } from '@/shared/mandate/terms'
import { TERMS_TEXT } from '@/shared/mandate/text'
import { CLERK_TEXT } from '../clerk-text'

/** The form of a mandate that was signed on paper. */
export interface PaperForm {
  agent: DeskPersonBrief | null
  relation: string
  paperNumber: string
  photoId: string | null
  terms: TermsForm
}

/** An empty form. */
export const NO_PAPER: PaperForm = { agent: null, relation: '', paperNumber: '', photoId: null, terms: FIRST_TERMS }

/** What is sent for a principal, or what has to be put right first, in a sentence. */
export function paperOf(form: PaperForm, principalId: string, today: string): DeskMandateRequest | string {
  if (form.agent === null) return CLERK_TEXT.agentWrong
  if (form.relation.trim() === '') return CLERK_TEXT.relationWrong
  if (form.paperNumber.trim() === '') return CLERK_TEXT.paperWrong
  if (form.terms.scopes.length === 0) return TERMS_TEXT.needScope
  return {
    principalId,
    agentId: form.agent.id,
    relation: form.relation.trim(),
    paperNumber: form.paperNumber.trim(),
    ...(form.photoId === null ? {} : { photoId: form.photoId }),
    ...termsOf(form.terms, today),
  }
}
