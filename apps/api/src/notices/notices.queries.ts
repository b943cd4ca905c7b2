import { Injectable } from '@nestjs/common'
import type { NoticeView, NoticesQuery } from '@wanli/contracts/notices'
import type { Page } from '@wanli/contracts/page'
import type { Reply } from '@wanli/contracts/routes'
import { DataSource, IsNull } from 'typeorm'

import { Clock } from '../common/clock.js'
import { keysetPage } from '../database/keyset.js'

import { Notice } from './notice.entity.js'
import { toNoticeView } from './notice.view.js'

const WAITS = '(notice.todo = :yes AND notice.settledAt IS NULL)'

/** Reads of the inbox. */
@Injectable()
export class NoticesQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A page of a person's inbox, newest first: all, what waits for an answer, or the rest. */
  async page(personId: string, query: NoticesQuery): Promise<Page<NoticeView>> {
    const select = this.dataSource.manager
      .createQueryBuilder(Notice, 'notice')
      .where('notice.personId = :personId', { personId })
    if (query.only !== undefined) select.andWhere(query.only === 'todo' ? WAITS : `NOT ${WAITS}`, { yes: 1 })
    const { rows, nextCursor } = await keysetPage(select, 'notice', query)
    const today = this.clock.today()
    return { items: rows.map((row) => toNoticeView(row, today)), nextCursor }
  }

  /** How many notices the person has not read, and how many wait for an answer, read or not. */
  async unread(personId: string): Promise<Reply<'GET /notices/unread'>> {
    const { manager } = this.dataSource
    // Told as the index has it (what is nothing to do is never settled): a year of an inbox is not read to count the few.
    const unread = { personId, readAt: IsNull() }
    const count = await manager.countBy(Notice, [
      { ...unread, todo: false, settledAt: IsNull() },
      { ...unread, todo: true },
    ])
    const todo = await manager.countBy(Notice, { personId, todo: true, settledAt: IsNull() })
    return { count, todo }
  }
}
