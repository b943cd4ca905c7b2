import { Injectable } from '@nestjs/common'
import { DataSource } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { insertMissing } from '../database/bulk.js'
import { Transactions } from '../database/transactions.js'

import { Sitting } from './sitting.entity.js'
import { assertServed } from './sitting.rules.js'
import { Wait } from './wait.entity.js'
import { WaitsQueries } from './waits.queries.js'

/** The list of those who would take a meal that somebody gives up. */
@Injectable()
export class WaitsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly waits: WaitsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Joins the list of a sitting, once. Answers how many wait before. Throws `canteen.sitting_not_found` (404),
   * `canteen.sitting_closed` and, when it is over, `canteen.cut_off_passed` (409).
   */
  async join(personId: string, sittingId: string): Promise<{ ahead: number }> {
    const { manager } = this.dataSource
    const sitting = await manager.findOneBy(Sitting, { id: sittingId })
    if (sitting === null) throw new DomainError('canteen.sitting_not_found')
    assertServed(sitting)
    const createdAt = this.clock.now()
    if (createdAt >= sitting.servingTo) throw new DomainError('canteen.cut_off_passed', { cutOffAt: '' })
    const row = { id: newId(), sittingId, personId, createdAt }
    await this.transactions.run((tx) => insertMissing(tx, Wait, [row], ['sittingId', 'personId']))
    return { ahead: (await this.waits.ahead(manager, sittingId, personId)) ?? 0 }
  }

  /** Leaves the list; nothing happens to who is not on it. */
  async leave(personId: string, sittingId: string): Promise<void> {
    await this.transactions.run((tx) => tx.delete(Wait, { sittingId, personId }))
  }
}
