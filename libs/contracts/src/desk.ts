import type { MandateTerms, MandateView } from './mandates.js'
import type { NoParams } from './no-params.js'
import type { Face, FactEvidence, FactKind, FactView } from './people.js'
import type { BusinessDay, Instant } from './time.js'

/** A person in the desk's search, masked (`陈*珍`). */
export interface DeskPersonBrief {
  id: string
  name: string
  face: Face
  age: number | null
  estate: string | null
}

/** A person on the desk: masked until something is revealed with a reason. Looking is written into their access log. */
export interface DeskPersonView extends DeskPersonBrief {
  phone: string | null
  idNumber: string | null
  cardNumber: string | null
  cardLost: boolean
  balanceFen: number
  facts: FactView[]
  agents: MandateView[]
  consentedSensitive: boolean
}

/** Query of `GET /desk/people`: a card number, a phone number, or a surname and the last four digits of the phone (`陈 0326`). */
export interface DeskSearchQuery {
  q: string
}

/** Body of `POST /desk/people`: somebody comes for the first time. `consentPaper` is the number of the signed paper that allows keeping an ID number. */
export interface DeskNewPersonRequest {
  name: string
  face: Face
  estate?: string
  phone?: string
  idNumber?: string
  consentPaper?: string
}

/**
 * Body of `PUT /desk/people/:id/facts/:kind`: the clerk has seen the evidence. `consentPaper` is the number of the signed paper that
 * allows keeping what needs a separate consent; it is recorded when none stands.
 */
export interface VerifyFactRequest {
  value: string
  evidence: FactEvidence
  validUntil: BusinessDay | null
  consentPaper?: string
}

/** What may be shown in full, once, with a reason. */
export type RevealField = 'name' | 'phone' | 'id_number'

/** Body of `POST /desk/people/:id/reveal`. */
export interface RevealRequest {
  field: RevealField
  reason: string
}

/** Body of `POST /desk/mandates`: the principal signed a paper. `photoId` is an upload of it. */
export interface DeskMandateRequest extends MandateTerms {
  principalId: string
  agentId: string
  relation: string
  paperNumber: string
  photoId?: string
}

/** One thing this clerk did today. */
export interface DeskActView {
  id: string
  personName: string
  what: string
  at: Instant
}

/** Body of `POST /desk/people/:id/card`: a new card in exchange for a lost one, or the first. */
export interface DeskCardRequest {
  number: string
}

export interface DeskErrors {
  'desk.person_not_found': NoParams
  'desk.search_too_wide': NoParams
  'desk.card_lost': NoParams
  'desk.card_taken': NoParams
  'desk.phone_taken': NoParams
  'desk.id_number_taken': NoParams
  'desk.id_number_wrong': NoParams
  'desk.consent_missing': NoParams
  'desk.oneself': NoParams
  'desk.nothing_to_reveal': NoParams
  'desk.fact_value_wrong': NoParams
}

export interface DeskRoutes {
  'GET /desk/people': { query: DeskSearchQuery; reply: { items: DeskPersonBrief[] } }
  'GET /desk/people/:id': { params: { id: string }; reply: DeskPersonView }
  'POST /desk/people': { body: DeskNewPersonRequest; reply: DeskPersonView; idempotent: true }
  'PUT /desk/people/:id/facts/:kind': {
    params: { id: string; kind: FactKind }
    body: VerifyFactRequest
    reply: DeskPersonView
  }
  'POST /desk/people/:id/reveal': { params: { id: string }; body: RevealRequest; reply: { value: string } }
  'POST /desk/people/:id/card': { params: { id: string }; body: DeskCardRequest; reply: DeskPersonView }
  'POST /desk/people/:id/card/lost': { params: { id: string }; reply: DeskPersonView }
  'POST /desk/mandates': { body: DeskMandateRequest; reply: DeskPersonView; idempotent: true }
  'POST /desk/mandates/:id/revoke': { params: { id: string }; reply: DeskPersonView }
  'GET /desk/recent': { reply: { items: DeskActView[] } }
}
