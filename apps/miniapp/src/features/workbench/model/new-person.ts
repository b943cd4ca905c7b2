import type { DeskNewPersonRequest } from '@wanli/contracts/desk'
import type { Face } from '@wanli/contracts/people'
import { CLERK_TEXT } from '../clerk-text'

/** The form of somebody who comes for the first time; empty texts are left out. */
export interface NewPersonForm {
  name: string
  face: Face
  estate: string
  phone: string
  idNumber: string
  consentPaper: string
}

/** What is wrong, by field, in a sentence. */
export type NewPersonProblems = Partial<Record<keyof NewPersonForm, string>>

export const NOBODY: NewPersonForm = {
  name: '',
  face: 'old-woman',
  estate: '',
  phone: '',
  idNumber: '',
  consentPaper: '',
}

/** Faces to choose from at the desk. */
export const FACES: readonly Face[] = ['old-woman', 'old-man', 'woman', 'man', 'builder', 'rider', 'office-worker']

/** What has to be put right before sending. */
export function problemsOf(form: NewPersonForm): NewPersonProblems {
  const problems: NewPersonProblems = {}
  if (form.name.trim() === '') problems.name = CLERK_TEXT.newNameWrong
  if (form.phone !== '' && !/^1[3-9]\d{9}$/.test(form.phone)) problems.phone = CLERK_TEXT.newPhoneWrong
  if (form.idNumber !== '' && !/^\d{17}[\dX]$/.test(form.idNumber)) problems.idNumber = CLERK_TEXT.newIdWrong
  if (form.idNumber !== '' && form.consentPaper.trim() === '') problems.consentPaper = CLERK_TEXT.newConsentWrong
  return problems
}

/** The form as it is sent: what was not filled in is not there. */
export function newPersonOf(form: NewPersonForm): DeskNewPersonRequest {
  const filled = (key: 'estate' | 'phone' | 'idNumber' | 'consentPaper'): Partial<DeskNewPersonRequest> =>
    form[key].trim() === '' ? {} : { [key]: form[key].trim() }
  return {
    name: form.name.trim(),
    face: form.face,
    ...filled('estate'),
    ...filled('phone'),
    ...filled('idNumber'),
    ...filled('consentPaper'),
  }
}
