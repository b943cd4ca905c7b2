import type { NoParams } from './no-params.js'
import type { Page, PageQuery } from './page.js'
import type { Instant } from './time.js'

/** What a notice is about. */
export type NoticeKind = 'order_placed' | 'order_cancelled' | 'order_handed_over'

/** One notice of the caller's inbox. `orderId` leads to what it is about. */
export interface NoticeView {
  id: string
  kind: NoticeKind
  title: string
  body: string
  orderId: string | null
  read: boolean
  createdAt: Instant
}

export interface NoticesErrors {
  'notices.not_found': NoParams
}

export interface NoticesRoutes {
  'GET /notices': { query: PageQuery; reply: Page<NoticeView> }
  'GET /notices/unread': { reply: { count: number } }
  'POST /notices/:id/read': { params: { id: string }; reply: { read: true } }
}
