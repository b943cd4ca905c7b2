import type { NoParams } from './no-params.js'
import type { BusinessDay, Instant } from './time.js'

/** What a person may do. `carer` is a mandate, not a role. */
export type Role =
  | 'resident'
  | 'worker'
  | 'volunteer'
  | 'canteen_staff'
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

/** A fact a clerk or a document check has verified. `value` is readable text. */
export interface VerifiedFactView {
  kind: FactKind
  value: string
  verifiedAt: Instant
  verifiedBy: string
}

/** Just enough to recognise a person. */
export interface PersonBrief {
  id: string
  name: string
  face: Face
}

/** Somebody the caller may act for. `age` is null when no birth day is verified. */
export interface MandateView {
  id: string
  person: PersonBrief
  relation: string
  age: number | null
  scopes: MandateScope[]
  validUntil: BusinessDay | null
}

/** What a mandate covers. */
export type MandateScope = 'meals' | 'repairs' | 'bookings'

/** The signed-in person as they see themself. */
export interface PersonView {
  id: string
  name: string
  face: Face
  estate: string | null
  age: number | null
  elderMode: boolean
  roles: RoleGrant[]
  facts: VerifiedFactView[]
  actsFor: MandateView[]
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
  'auth.refresh_invalid': NoParams
  'auth.refresh_reused': NoParams
  'auth.forbidden': NoParams
  'auth.wechat_refused': NoParams
  'auth.wechat_unreachable': NoParams
  'auth.persona_unknown': NoParams
  'people.session_not_found': NoParams
  'people.name_not_allowed': NoParams
  'people.no_mandate': NoParams
}

export interface PeopleRoutes {
  'GET /auth/personas': { reply: { items: PersonaView[] } }
  'POST /auth/demo': { body: DemoSignInRequest; reply: SessionReply }
  'POST /auth/wechat': { body: WechatSignInRequest; reply: SessionReply }
  'POST /auth/refresh': { body: RefreshRequest; reply: SessionReply }
  'POST /auth/sign-out': { reply: { signedOut: true } }
  'GET /auth/sessions': { reply: { items: SessionView[] } }
  'POST /auth/sessions/:id/revoke': { params: { id: string }; reply: { revoked: true } }
  'GET /me': { reply: PersonView }
  'PATCH /me': { body: UpdateMeRequest; reply: PersonView }
}
