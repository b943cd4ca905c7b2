import type { NoticeView } from '@wanli/contracts/notices'

import type { Notice } from './notice.entity.js'

/** A notice as its owner sees it. */
export function toNoticeView(row: Notice): NoticeView {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    body: row.body,
    orderId: row.orderId,
    read: row.readAt !== null,
    createdAt: row.createdAt.toISOString(),
  }
}
