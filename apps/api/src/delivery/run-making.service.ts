import { Injectable } from '@nestjs/common'
import { DataSource, In, IsNull, type EntityManager } from 'typeorm'

import type { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { insertMissing } from '../database/bulk.js'
import { Transactions } from '../database/transactions.js'
import { RolesService } from '../people/roles.service.js'

import { RunCourier } from './courier.entity.js'
import { Estate } from './estate.entity.js'
import { Run } from './run.entity.js'

/** Runs that are not there yet, and those whose courier is gone. */
@Injectable()
export class RunMakingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly roles: RolesService,
    private readonly clock: Clock,
  ) {}

  /**
   * One run of a sitting and number that passes an estate, whoever looks first: with who always brings it, else free to be taken. One
   * that has not left and whose courier has lost the office is free again.
   */
  async makeReady(sittings: readonly Sitting[]): Promise<void> {
    if (sittings.length === 0) return
    const { manager } = this.dataSource
    const canteenIds = [...new Set(sittings.map(({ canteenId }) => canteenId))]
    const there = await manager.findBy(Run, { sittingId: In(sittings.map(({ id }) => id)) })
    const working = await this.roles.holders(manager, 'courier', canteenIds)
    const missing = await this.missing(manager, sittings, { there, working })
    const gone = there.filter(
      ({ canteenId, courierId, leftAt }) =>
        courierId !== null && leftAt === null && working.get(canteenId)?.has(courierId) !== true,
    )
    if (missing.length === 0 && gone.length === 0) return
    await this.transactions.run(async (tx) => {
      await insertMissing(tx, Run, missing, ['sittingId', 'number'])
      for (const { id, courierId } of gone)
        await tx.update(Run, { id, courierId, leftAt: IsNull() }, { courierId: null, freeToldAt: null })
    })
  }

  private async missing(
    from: EntityManager,
    sittings: readonly Sitting[],
    { there, working }: { there: readonly Run[]; working: ReadonlyMap<string, ReadonlySet<string>> },
  ): Promise<Run[]> {
    const ofThem = { canteenId: In(sittings.map(({ canteenId }) => canteenId)) }
    const estates = await from.findBy(Estate, ofThem)
    const couriers = (await from.findBy(RunCourier, ofThem)).filter(
      ({ canteenId, personId }) => working.get(canteenId)?.has(personId) === true,
    )
    const createdAt = this.clock.now()
    return sittings.flatMap(({ id: sittingId, canteenId }) => {
      const passing = estates.filter((estate) => estate.canteenId === canteenId).map(({ runNumber }) => runNumber)
      const made = new Set(there.filter((run) => run.sittingId === sittingId).map(({ number }) => number))
      return [...new Set(passing)]
        .filter((number) => !made.has(number))
        .map((number) => {
          const always = couriers.find((one) => one.canteenId === canteenId && one.runNumber === number)
          const courierId = always?.personId ?? null
          return { id: newId(), sittingId, canteenId, number, courierId, leftAt: null, freeToldAt: null, createdAt }
        })
    })
  }
}
