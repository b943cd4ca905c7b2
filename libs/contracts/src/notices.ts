import type { NoParams } from './no-params.js'
import type { Page, PageQuery } from './page.js'
import type { Instant } from './time.js'

/** What a notice is about. `order_expired`: time ran out, for paying a meal, for ordering or for fetching it. */
export type NoticeKind =
  | 'order_placed'
  | 'order_cancelled'
  | 'order_handed_over'
  | 'order_refunded'
  | 'order_expired'
  | 'order_ready'
  | 'order_out'
  | 'order_delivered'
  | 'meal_offered'
  | 'menu_changed'
  | 'no_answer'
  | 'run_free'
  | 'mandate_offered'
  | 'mandate_accepted'
  | 'mandate_ended'
  | 'money_added'
  | 'money_paid_out'
  | 'data_viewed'
  | 'account'

/** What a notice leads to. */
export type NoticeSubject = 'order' | 'mandate' | 'wallet' | 'privacy' | 'run'

/** One notice of the caller's inbox. `todo` ones wait for an answer until they are settled. */
export interface NoticeView {
  id: string
  kind: NoticeKind
  title: string
  body: string
  subject: { kind: NoticeSubject; id: string } | null
  todo: boolean
  read: boolean
  createdAt: Instant
}

/** Query of `GET /notices`: `todo` keeps those that wait for an answer, `info` the others. */
export interface NoticesQuery extends PageQuery {
  only?: 'todo' | 'info'
}

/** A WeChat template the app may ask a credit for. `left` is how many messages the caller allowed that were not used yet. */
export interface TemplateView {
  key: 'order' | 'mandate' | 'money'
  templateId: string
  title: string
  left: number
}

/** Body of `POST /notices/credits`: what the person answered WeChat's dialog, by template id. */
export interface CreditsRequest {
  answers: Record<string, 'accept' | 'reject' | 'ban' | 'filter'>
}

/** A message that could not be delivered. Holds no personal data. */
export interface DeadLetterView {
  id: string
  channel: 'wechat' | 'sms' | 'voice'
  kind: NoticeKind
  attempts: number
  lastError: string
  createdAt: Instant
}

export interface NoticesErrors {
  'notices.not_found': NoParams
  'notices.dead_letter_not_found': NoParams
}

export interface NoticesRoutes {
  'GET /notices': { query: NoticesQuery; reply: Page<NoticeView> }
  'GET /notices/unread': { reply: { count: number; todo: number } }
  'POST /notices/:id/read': { params: { id: string }; reply: { read: true } }
  'POST /notices/read': { reply: { read: true } }
  'GET /notices/templates': { reply: { items: TemplateView[] } }
  'POST /notices/credits': { body: CreditsRequest; reply: { items: TemplateView[] } }
  'GET /outbox/dead': { query: PageQuery; reply: Page<DeadLetterView> }
  'POST /outbox/dead/:id/retry': { params: { id: string }; reply: { retried: true } }
}
