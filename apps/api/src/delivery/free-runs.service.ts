/*
 * What must never happen: meals that wait for a courier, and no courier who hears of it. A run that nobody brings is told to every courier
 * of its canteen from the kitchen's count on, once: by the conditional UPDATE of `freeToldAt`.
 */
import { Injectable, Logger } from '@nestjs/common'
import { addDays } from '@wanli/kernel/shanghai-time'
import { DataSource, In, IsNull, LessThanOrEqual, Not, type EntityManager } from 'typeorm'

import { Order } from '../canteen/order.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { oneByOne } from '../common/one-by-one.js'
import { Patience } from '../common/patience.js'
import { Transactions } from '../database/transactions.js'
import { RolesService } from '../people/roles.service.js'

import { Address } from './address.entity.js'
import { DeliveryNoticesService } from './delivery-notices.service.js'
import { Estate } from './estate.entity.js'
import { RunMakingService } from './run-making.service.js'
import { Run } from './run.entity.js'
import { LATE_MS, TAKEABLE } from './sheet.rules.js'

/** A run that is nobody's, and how many meals wait for it. */
interface FreeRun {
  run: Run
  meals: number
}

/** Runs with meals and without a courier: couriers are told, so that somebody takes them before people wait in vain. */
@Injectable()
export class FreeRunsService {
  private readonly log = new Logger(FreeRunsService.name)
  private readonly patience = new Patience<FreeRun>(
    ({ run }) => run.id,
    () => this.clock.now(),
  )

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly maker: RunMakingService,
    private readonly roles: RolesService,
    private readonly notices: DeliveryNoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells of the runs of today's counted meals that nobody brings; of meals that are over nothing waits any more. Safe to run in several
   * processes.
   */
  async tellDue(): Promise<void> {
    const { manager } = this.dataSource
    const [now, today] = [this.clock.now(), this.clock.today()]
    const counted = await manager.findBy(Sitting, {
      day: In([addDays(today, -1), today]),
      freezeAt: LessThanOrEqual(now),
    })
    const lastLeaves = new Date(now.getTime() - LATE_MS)
    const sittings = counted.filter(({ closedAt, servingTo }) => closedAt === null && servingTo > lastLeaves)
    await this.maker.makeReady(sittings)
    const free = await this.waiting(manager, sittings)
    await oneByOne(this.log, free, (one) => this.tell(one, sittings), this.patience)
    await this.settle(counted.filter((sitting) => !sittings.includes(sitting)))
  }

  /** Free runs for which meals wait, and that nobody was told of. */
  private async waiting(from: EntityManager, sittings: readonly Sitting[]): Promise<FreeRun[]> {
    if (sittings.length === 0) return []
    const sittingId = In(sittings.map(({ id }) => id))
    const runs = await from.findBy(Run, { sittingId, courierId: IsNull(), freeToldAt: IsNull() })
    if (runs.length === 0) return []
    const rows = await from
      .createQueryBuilder(Order, 'o')
      .innerJoin(Address, 'address', 'address.id = o.addressId')
      .innerJoin(Estate, 'estate', 'estate.id = address.estateId')
      .innerJoin(Run, 'run', 'run.sittingId = o.sittingId AND run.number = estate.runNumber')
      .select('run.id', 'id')
      .addSelect('COUNT(*)', 'meals')
      .where('run.id IN (:...ids)', { ids: runs.map(({ id }) => id) })
      .andWhere("o.mode = 'delivery' AND o.status IN (:...takeable)", { takeable: TAKEABLE })
      .groupBy('run.id')
      .getRawMany<{ id: string; meals: string | number }>()
    const mealsOf = new Map(rows.map(({ id, meals }) => [id, Number(meals)]))
    return runs.map((run) => ({ run, meals: mealsOf.get(run.id) ?? 0 })).filter(({ meals }) => meals > 0)
  }

  private tell({ run, meals }: FreeRun, sittings: readonly Sitting[]): Promise<void> {
    const { id, canteenId, number, sittingId } = run
    const sitting = defined(
      sittings.find((one) => one.id === sittingId),
      'the sitting of a free run',
    )
    return this.transactions.run(async (tx) => {
      const free = { id, courierId: IsNull(), freeToldAt: IsNull() }
      const { affected } = await tx.update(Run, free, { freeToldAt: this.clock.now() })
      if (affected !== 1) return
      const couriers = (await this.roles.holders(tx, 'courier', [canteenId])).get(canteenId) ?? new Set()
      await this.notices.runFree(tx, [...couriers], { run: { id, number }, sitting, meals })
    })
  }

  private async settle(over: readonly Sitting[]): Promise<void> {
    const sittingId = In(over.map(({ id }) => id))
    const told = { sittingId, courierId: IsNull(), freeToldAt: Not(IsNull()) }
    await oneByOne(this.log, await this.dataSource.manager.findBy(Run, told), ({ id }) =>
      this.transactions.run(async (tx) => {
        await tx.update(Run, { id, courierId: IsNull() }, { freeToldAt: null })
        await this.notices.runTaken(tx, id)
      }),
    )
  }
}
