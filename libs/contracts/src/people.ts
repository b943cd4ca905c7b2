import type { MandateView } from './mandates.js'
import type { NoParams } from './no-params.js'
import type { BusinessDay, Instant } from './time.js'

/** What a person may do. `carer` is a mandate, not a role. */
export type Role =
  | 'resident'
  | 'worker'
  | 'volunteer'
  | 'canteen_staff'
  | 'clerk'
  | 'courier'
  | 'dorm_manager'
  | 'dispatcher'
  | 'employer'
  | 'organiser'
  | 'officer'
  | 'admin'

/** A role of a person, limited to one canteen, house or enterprise when `scopeId` is not null. */
export interface RoleGrant {
  role: Role
  scopeId: string | null
  scopeName: string | null
}

/** Name of the drawn face shown for a person. */
export type Face =
  'old-woman' | 'old-man' | 'woman' | 'man' | 'cook' | 'rider' | 'builder' | 'office-worker' | 'volunteer'

/** How a fact about a person was checked. Self-declared values never open a discount. */
export type FactKind = 'birth_day' | 'residence' | 'hukou' | 'welfare_class'

/** What a clerk looked at before verifying a fact. */
export type FactEvidence = 'id_card' | 'hukou_book' | 'residence_permit' | 'welfare_certificate' | 'document'

/** `declared`: the person says so, nobody has checked; opens no discount, nor does `expired`. `expiring`: 30 days or less are left. */
export type FactStatus = 'verified' | 'expiring' | 'expired' | 'declared'

/** What is known about a person, and how. `value` is readable text; evidence, clerk and time are null for a declared fact. */
export interface FactView {
  kind: FactKind
  value: string
  status: FactStatus
  evidence: FactEvidence | null
  verifiedAt: Instant | null
  verifiedBy: string | null
  validUntil: BusinessDay | null
}

/** Just enough to recognise a person. */
export interface PersonBrief {
  id: string
  name: string
  face: Face
}

/** The signed-in person as they see themself. */
export interface PersonView {
  id: string
  name: string
  face: Face
  estate: string | null
  age: number | null
  elderMode: boolean
  roles: RoleGrant[]
  facts: FactView[]
  /** Live mandates, and offers that wait for an answer: whom I may act for. */
  actsFor: MandateView[]
  /** The same from the other side: who may act for me. */
  agents: MandateView[]
  /** `138****1234`; null when no phone is known. */
  phone: string | null
  /** `3101**********1234`; null when none was ever given. */
  idNumber: string | null
  /** Whether this account came from WeChat at least once, so that it can pay there. */
  hasWechat: boolean
  /** When the account will be erased; null when nobody asked for it. */
  deletionAt: Instant | null
}

/** Body of `POST /auth/phone/codes`: a mainland mobile number, 11 digits. */
export interface PhoneCodeRequest {
  phone: string
}

/** A code is on its way; another may be asked for after `retryAfterSeconds`. `demoCode` only in the demo, where no message is sent. */
export interface PhoneCodeReply {
  sent: true
  retryAfterSeconds: number
  demoCode: string | null
}

/** Body of `POST /auth/phone`: the six digits received. */
export interface PhoneSignInRequest {
  phone: string
  code: string
}

/** Body of `POST /me/phone/wechat`: the code of WeChat's phone button. */
export interface WechatPhoneRequest {
  code: string
}

/** Body of `PUT /me/facts/:kind`: what a person says of themself. Opens nothing until a clerk has checked it. */
export interface DeclareFactRequest {
  value: string
}

/** Body of `POST /people/:id/roles` and `POST /people/:id/roles/revoke`. `scopeId` limits the role to one canteen, house or enterprise. */
export interface RoleRequest {
  role: Role
  scopeId?: string
}

/** Body of `PATCH /me`. A name may hold rare characters, but no emoji. */
export interface UpdateMeRequest {
  name?: string
  elderMode?: boolean
}

/** An invented person of the demo. */
export interface PersonaView {
  persona: string
  name: string
  about: string
  face: Face
  roles: Role[]
}

/** Tokens of a session. `accessToken` ends at `expiresAt`; `refreshToken` is used once and replaced. */
export interface SessionReply {
  accessToken: string
  refreshToken: string
  expiresAt: Instant
  person: PersonView
}

/** Body of `POST /auth/demo`. */
export interface DemoSignInRequest {
  persona: string
}

/** Body of `POST /auth/wechat`: the code of `wx.login`. */
export interface WechatSignInRequest {
  code: string
}

/** Body of `POST /auth/refresh`. */
export interface RefreshRequest {
  refreshToken: string
}

/** A place where the caller is signed in. */
export interface SessionView {
  id: string
  device: string
  createdAt: Instant
  lastUsedAt: Instant
  current: boolean
}

export interface PeopleErrors {
  'auth.required': NoParams
  'auth.expired': NoParams
  'auth.invalid': NoParams
  'auth.session_ended': NoParams
  'auth.refresh_invalid': NoParams
  'auth.refresh_reused': NoParams
  'auth.forbidden': NoParams
  'auth.wechat_refused': NoParams
  'auth.wechat_unreachable': NoParams
  'auth.persona_unknown': NoParams
  'people.session_not_found': NoParams
  'people.name_not_allowed': NoParams
  'people.no_mandate': NoParams
  'people.phone_taken': NoParams
  'people.not_found': NoParams
  'people.role_not_yours': NoParams
  'auth.phone_code_wrong': NoParams
  'auth.phone_code_too_soon': { retryAfterSeconds: number }
}

export interface PeopleRoutes {
  'GET /auth/personas': { reply: { items: PersonaView[] } }
  'POST /auth/demo': { body: DemoSignInRequest; reply: SessionReply }
  'POST /auth/wechat': { body: WechatSignInRequest; reply: SessionReply }
  'POST /auth/refresh': { body: RefreshRequest; reply: SessionReply }
  'POST /auth/sign-out': { reply: { signedOut: true } }
  'GET /auth/sessions': { reply: { items: SessionView[] } }
  'POST /auth/sessions/:id/revoke': { params: { id: string }; reply: { revoked: true } }
  'POST /auth/phone/codes': { body: PhoneCodeRequest; reply: PhoneCodeReply }
  'POST /auth/phone': { body: PhoneSignInRequest; reply: SessionReply }
  'GET /me': { reply: PersonView }
  'PATCH /me': { body: UpdateMeRequest; reply: PersonView }
  'POST /me/phone/wechat': { body: WechatPhoneRequest; reply: PersonView }
  'PUT /me/facts/:kind': { params: { kind: FactKind }; body: DeclareFactRequest; reply: PersonView }
  'GET /people/:id/roles': { params: { id: string }; reply: { items: RoleGrant[] } }
  'POST /people/:id/roles': { params: { id: string }; body: RoleRequest; reply: { items: RoleGrant[] } }
  'POST /people/:id/roles/revoke': { params: { id: string }; body: RoleRequest; reply: { items: RoleGrant[] } }
}
