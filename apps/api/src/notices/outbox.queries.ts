import { Injectable } from '@nestjs/common'
import type { DeadLetterView } from '@wanli/contracts/notices'
import type { Page, PageQuery } from '@wanli/contracts/page'
import { DataSource } from 'typeorm'

import { keysetPage } from '../database/keyset.js'

import { toDeadLetterView } from './notice.view.js'
import { OutboxRow } from './outbox.entity.js'

/** Reads of the outbox. */
@Injectable()
export class OutboxQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Messages that could not be delivered, newest first. */
  async dead(query: PageQuery): Promise<Page<DeadLetterView>> {
    const select = this.dataSource.manager.createQueryBuilder(OutboxRow, 'row').where("row.status = 'dead'")
    const { rows, nextCursor } = await keysetPage(select, 'row', query)
    return { items: rows.map(toDeadLetterView), nextCursor }
  }
}
