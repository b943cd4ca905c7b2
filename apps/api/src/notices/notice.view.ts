import type { DeadLetterView, NoticeView } from '@wanli/contracts/notices'
import { businessDayOf } from '@wanli/kernel/shanghai-time'

import type { Notice } from './notice.entity.js'
import type { OutboxRow } from './outbox.entity.js'
import { retold } from './retold.rules.js'

/** A notice as its owner sees it on a Shanghai day: its near days are seen from there. */
export function toNoticeView(row: Notice, today: string): NoticeView {
  const writtenOn = businessDayOf(row.createdAt)
  return {
    id: row.id,
    kind: row.kind,
    title: retold(row.title, writtenOn, today),
    body: retold(row.body, writtenOn, today),
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
