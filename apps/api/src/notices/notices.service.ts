import { Injectable } from '@nestjs/common'
import type { NoticeKind } from '@wanli/contracts/notices'
import { DataSource, IsNull, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { Transactions } from '../database/transactions.js'

import { Notice } from './notice.entity.js'

/** Something to tell a person. */
export interface NoticeRequest {
  personId: string
  kind: NoticeKind
  title: string
  body: string
  orderId: string | null
}

/** Writes of the inbox. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Puts notices into inboxes, in the transaction of the fact they tell. */
  async tell(tx: EntityManager, requests: NoticeRequest[]): Promise<void> {
    const createdAt = this.clock.now()
    await tx.insert(
      Notice,
      requests.map((request) => ({ id: newId(), ...request, readAt: null, createdAt })),
    )
  }

  /** Marks a notice of the person as read. Throws `notices.not_found` (404) when it is not there or not theirs. */
  async read(personId: string, id: string): Promise<void> {
    if (!(await this.dataSource.manager.existsBy(Notice, { id, personId }))) throw new DomainError('notices.not_found')
    await this.transactions.run((tx) =>
      tx.update(Notice, { id, personId, readAt: IsNull() }, { readAt: this.clock.now() }),
    )
  }
}
