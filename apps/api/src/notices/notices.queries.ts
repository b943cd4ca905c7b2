import { Injectable } from '@nestjs/common'
import type { NoticeView } from '@wanli/contracts/notices'
import type { Page, PageQuery } from '@wanli/contracts/page'
import { DataSource, IsNull } from 'typeorm'

import { keysetPage } from '../database/keyset.js'

import { Notice } from './notice.entity.js'
import { toNoticeView } from './notice.view.js'

/** Reads of the inbox. */
@Injectable()
export class NoticesQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** A page of a person's inbox, newest first. */
  async page(personId: string, query: PageQuery): Promise<Page<NoticeView>> {
    const select = this.dataSource.manager
      .createQueryBuilder(Notice, 'notice')
      .where('notice.personId = :personId', { personId })
    const { rows, nextCursor } = await keysetPage(select, 'notice', query)
    return { items: rows.map(toNoticeView), nextCursor }
  }

  /** How many notices the person has not read. */
  unread(personId: string): Promise<number> {
    return this.dataSource.manager.countBy(Notice, { personId, readAt: IsNull() })
  }
}
