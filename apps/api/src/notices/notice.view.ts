import type { DeadLetterView, NoticeView } from '@wanli/contracts/notices'

import type { Notice } from './notice.entity.js'
import type { OutboxRow } from './outbox.entity.js'

/** A notice as its owner sees it. */
export function toNoticeView(row: Notice): NoticeView {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    body: row.body,
    subject: row.subjectKind === null || row.subjectId === null ? null : { kind: row.subjectKind, id: row.subjectId },
    todo: row.todo && row.settledAt === null,
    read: row.readAt !== null,
    createdAt: row.createdAt.toISOString(),
  }
}

/** A message that was given up, as an admin sees it. */
export function toDeadLetterView(row: OutboxRow): DeadLetterView {
  return {
    id: row.id,
    channel: row.channel ?? 'wechat',
    kind: row.kind,
    attempts: row.attempts,
    lastError: row.lastError ?? '',
    createdAt: row.createdAt.toISOString(),
  }
}
