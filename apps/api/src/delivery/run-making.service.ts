import { Injectable } from '@nestjs/common'
import { DataSource, In } from 'typeorm'

import type { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { Transactions } from '../database/transactions.js'

import { RunCourier } from './courier.entity.js'
import { Estate } from './estate.entity.js'
import { Run } from './run.entity.js'

/** Runs that are not there yet. */
@Injectable()
export class RunMakingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** One run of a sitting and number that passes an estate, whoever looks first: with who always brings it, else free to be taken. */
  async makeMissing(sittings: readonly Sitting[]): Promise<void> {
    const { manager } = this.dataSource
    const ofThem = { canteenId: In(sittings.map(({ canteenId }) => canteenId)) }
    const estates = await manager.findBy(Estate, ofThem)
    const couriers = await manager.findBy(RunCourier, ofThem)
    const there = await manager.findBy(Run, { sittingId: In(sittings.map(({ id }) => id)) })
    const createdAt = this.clock.now()
    const missing = sittings.flatMap(({ id: sittingId, canteenId }) => {
      const passing = estates.filter((estate) => estate.canteenId === canteenId).map(({ runNumber }) => runNumber)
      const made = new Set(there.filter((run) => run.sittingId === sittingId).map(({ number }) => number))
      return [...new Set(passing)]
        .filter((number) => !made.has(number))
        .map((number) => {
          const always = couriers.find((one) => one.canteenId === canteenId && one.runNumber === number)
          const courierId = always?.personId ?? null
          return { id: newId(), sittingId, canteenId, number, courierId, leftAt: null, createdAt }
        })
    })
    if (missing.length === 0) return
    await this.transactions.run((tx) => tx.createQueryBuilder().insert().into(Run).values(missing).orIgnore().execute())
  }
}
