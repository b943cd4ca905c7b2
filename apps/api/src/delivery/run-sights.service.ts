import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'

import { MEAL_NAMES } from '../canteen/order.rules.js'
import type { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { insertRows } from '../database/bulk.js'
import { asLostRace } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'
import { PeopleService } from '../people/people.service.js'
import { AuditService } from '../privacy/audit.service.js'

import type { Run } from './run.entity.js'
import type { SheetStop } from './sheet.rules.js'
import { Sight } from './sight.entity.js'

/** Who lives behind the doors of a run can read who looked at them, once a run and courier. */
@Injectable()
export class RunSightsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** A courier looked at these doors; nothing is written of those they looked at before. */
  async record(courierId: string, run: Run, sitting: Sitting, stops: readonly SheetStop[]): Promise<void> {
    const key = { runId: run.id, viewerId: courierId }
    const behind = [...new Set(stops.map(({ order }) => order.eaterId))]
    const unseen = async (from: EntityManager): Promise<string[]> => {
      const known = new Set((await from.findBy(Sight, key)).map(({ personId }) => personId))
      return behind.filter((id) => !known.has(id))
    }
    if ((await unseen(this.dataSource.manager)).length === 0) return
    const reason = `${run.number} 线送${MEAL_NAMES[sitting.meal]}`
    await this.transactions.run(async (tx) => {
      const seenAt = this.clock.now()
      const fresh = await unseen(tx)
      const sights = fresh.map((personId) => ({ ...key, personId, seenAt }))
      // Another question of the same courier recorded some of them a moment ago: what is left is recorded anew.
      await insertRows(tx, Sight, sights).catch(asLostRace)
      const viewer = await this.people.labelOf(courierId, tx)
      await this.audit.sawAll(
        tx,
        fresh.map((personId) => ({ personId, viewer, what: '送餐地址', reason })),
      )
    })
  }
}
