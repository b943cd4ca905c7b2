import { Injectable } from '@nestjs/common'

import { Transactions } from '../database/transactions.js'
import { PeopleService } from '../people/people.service.js'
import { AuditService } from '../privacy/audit.service.js'

/** Whose balance was shown at a counter can read who saw it: once a day and member of staff, since a price is asked for many times a sale. */
@Injectable()
export class BalanceSightsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
  ) {}

  /** A member of staff sees what these people's wallets hold; their own is no news to them. */
  async record(viewerId: string, personIds: readonly string[]): Promise<void> {
    const others = personIds.filter((id) => id !== viewerId)
    if (others.length === 0) return
    await this.transactions.run(async (tx) => {
      const viewer = await this.people.labelOf(viewerId, tx)
      const sights = others.map((personId) => ({ personId, viewer, what: '钱包余额', reason: '在食堂柜台买饭' }))
      await this.audit.sawToday(tx, sights)
    })
  }
}
