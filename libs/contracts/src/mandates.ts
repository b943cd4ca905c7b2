import type { NoParams } from './no-params.js'
import type { Page, PageQuery } from './page.js'
import type { PersonBrief } from './people.js'
import type { BusinessDay, Instant } from './time.js'

/** What a mandate covers. */
export type MandateScope = 'meals' | 'repairs' | 'bookings'

/** Who pays for what is done under a mandate. */
export type MandatePayer = 'agent' | 'principal'

/** `offered`: asked for in the app, waiting for the principal. The last three are terminal. */
export type MandateStatus = 'offered' | 'live' | 'declined' | 'revoked' | 'expired'

/** How the principal agreed: in the app, by telling a code, or on paper at a desk. */
export type MandateSource = 'app' | 'code' | 'desk'

/** What the caller may do with a mandate now. */
export type MandateAction = 'accept' | 'decline' | 'change' | 'revoke'

/** What a mandate allows. `dailyCapFen` null is no cap; `validUntil` null is until it is revoked. */
export interface MandateTerms {
  scopes: MandateScope[]
  dailyCapFen: number | null
  payer: MandatePayer
  validUntil: BusinessDay | null
}

/**
 * A mandate as one of its two sides sees it; `person` is the other side. `relation` is what the agent calls the principal (妈妈).
 * `age` is the principal's verified age. `spentTodayFen` counts what was done under it today (Shanghai).
 */
export interface MandateView extends MandateTerms {
  id: string
  person: PersonBrief
  relation: string
  age: number | null
  status: MandateStatus
  source: MandateSource
  paperNumber: string | null
  spentTodayFen: number
  createdAt: Instant
  actions: MandateAction[]
}

/** Body of `POST /mandates`: the caller asks to act for whoever has this phone number. */
export interface AskMandateRequest extends MandateTerms {
  principalPhone: string
  relation: string
}

/** Body of `POST /mandates/codes`: the caller lets whoever is told the code act for them. */
export type MandateCodeRequest = MandateTerms

/** Six digits to be told to the agent; they work once, until `expiresAt`. */
export interface MandateCodeReply {
  code: string
  expiresAt: Instant
}

/** Body of `POST /mandates/redeem`: the caller was told a code. */
export interface RedeemMandateRequest {
  code: string
  relation: string
}

/** Body of `POST /mandates/:id/change`, by the principal: takes effect at once. */
export type ChangeMandateRequest = MandateTerms

/** One thing done for somebody: who did it, for whom, who paid. `what` is a readable line. */
export interface ActView {
  id: string
  scope: MandateScope
  what: string
  agent: PersonBrief
  principal: PersonBrief
  paidBy: PersonBrief
  amountFen: number
  undone: boolean
  orderId: string | null
  createdAt: Instant
}

export interface MandatesErrors {
  'mandates.not_found': NoParams
  'mandates.state_changed': NoParams
  'mandates.oneself': NoParams
  'mandates.exists': NoParams
  'mandates.cap_reached': { cap: string; left: string }
  'mandates.ends_in_past': NoParams
  'mandates.code_wrong': NoParams
  'mandates.code_locked': { retryAfterSeconds: number }
}

export interface MandatesRoutes {
  'GET /mandates': { reply: { actsFor: MandateView[]; agents: MandateView[] } }
  'POST /mandates': { body: AskMandateRequest; reply: { asked: true }; idempotent: true }
  'POST /mandates/codes': { body: MandateCodeRequest; reply: MandateCodeReply; idempotent: true }
  'POST /mandates/redeem': { body: RedeemMandateRequest; reply: MandateView; idempotent: true }
  'POST /mandates/:id/accept': { params: { id: string }; reply: MandateView }
  'POST /mandates/:id/decline': { params: { id: string }; reply: MandateView }
  'POST /mandates/:id/change': { params: { id: string }; body: ChangeMandateRequest; reply: MandateView }
  'POST /mandates/:id/revoke': { params: { id: string }; reply: MandateView }
  'GET /mandates/acts': { query: PageQuery; reply: Page<ActView> }
}
