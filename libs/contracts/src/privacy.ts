import type { NoParams } from './no-params.js'
import type { Page, PageQuery } from './page.js'
import type { Instant } from './time.js'

/** What people agree to. `sensitive` is the separate consent that PIPL article 29 asks for (ID number, birth day, hukou, welfare class). */
export type ConsentDocument = 'terms' | 'privacy' | 'sensitive'

/** A document in its current version. `body` is paragraphs. */
export interface DocumentView {
  document: ConsentDocument
  version: string
  title: string
  summary: string
  body: string[]
  required: boolean
}

/** What the caller said to a document. `current` is false when a newer version waits for an answer. */
export interface ConsentView {
  document: ConsentDocument
  version: string
  current: boolean
  givenAt: Instant
  withdrawnAt: Instant | null
  channel: 'app' | 'paper'
}

/** Body of `POST /me/consents`. */
export interface ConsentRequest {
  document: ConsentDocument
  version: string
}

/** Somebody looked at something of mine. `by` is a name and an office; `reason` is what they gave. */
export interface AccessLogItem {
  id: string
  what: string
  by: string
  reason: string
  at: Instant
}

/** Everything kept about the caller, by module. */
export interface ExportView {
  exportedAt: Instant
  person: string
  sections: Record<string, unknown>
}

/** One use of a staff power. Append-only. `detail` never holds personal data. */
export interface AuditItem {
  id: string
  actor: string
  action: string
  subject: string
  detail: string
  at: Instant
}

/** Query of `GET /audit`. */
export interface AuditQuery extends PageQuery {
  action?: string
}

export interface PrivacyErrors {
  'privacy.consent_first': NoParams
  'privacy.under_fourteen': NoParams
  'privacy.version_outdated': NoParams
  'privacy.balance_left': NoParams
  'privacy.money_moving': NoParams
  'privacy.order_open': NoParams
  'privacy.still_staff': NoParams
  'privacy.no_deletion': NoParams
}

export interface PrivacyRoutes {
  'GET /privacy/documents': { reply: { items: DocumentView[] } }
  'GET /me/consents': { reply: { items: ConsentView[] } }
  'POST /me/consents': { body: ConsentRequest; reply: { items: ConsentView[] } }
  'POST /me/consents/:document/withdraw': { params: { document: ConsentDocument }; reply: { items: ConsentView[] } }
  'GET /me/access-log': { query: PageQuery; reply: Page<AccessLogItem> }
  'GET /me/export': { reply: ExportView }
  'POST /me/deletion': { reply: { deletionAt: Instant } }
  'POST /me/deletion/cancel': { reply: { cancelled: true } }
  'GET /audit': { query: AuditQuery; reply: Page<AuditItem> }
}
