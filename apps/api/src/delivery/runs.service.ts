/*
 * What must never happen: a meal on two runs, or taken along twice. `leave` moves each order by one UPDATE from the state it read and
 * then writes its stop, whose primary key is the order; the second of two departures finds nothing left to take. Nor may one of two
 * couriers who take a run lose it and not know: `take` compares whose it was.
 */
import { Injectable } from '@nestjs/common'
import type { RunBrief, RunView, TakeRunRequest } from '@wanli/contracts/delivery'
import { clockText, compareTimes } from '@wanli/kernel/shanghai-time'
import { DataSource, In, IsNull, LessThan, type EntityManager } from 'typeorm'

import { Canteen } from '../canteen/canteen.entity.js'
import { OrderProgressService } from '../canteen/order-progress.service.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { ownCanteens, worksAt } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { insertRows } from '../database/bulk.js'
import { asLostRace, LostRaceError } from '../database/constraint-errors.js'
import { LiveService } from '../live/live.service.js'
import { PeopleService } from '../people/people.service.js'

import { DeliveryNoticesService } from './delivery-notices.service.js'
import { RunMakingService } from './run-making.service.js'
import { RunSheetsQueries } from './run-sheets.queries.js'
import { RunSightsService } from './run-sights.service.js'
import { Run } from './run.entity.js'
import { isOnTheWay, toRunBrief, toStopView } from './run.view.js'
import { TAKEABLE, type SheetStop } from './sheet.rules.js'
import { Stop } from './stop.entity.js'
import { lateMinutes, plannedAt } from './way.rules.js'

/** Runs of today: made when first looked at, taken over, left with. */
@Injectable()
export class RunsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly sheets: RunSheetsQueries,
    private readonly maker: RunMakingService,
    private readonly progress: OrderProgressService,
    private readonly people: PeopleService,
    private readonly notices: DeliveryNoticesService,
    private readonly sights: RunSightsService,
    private readonly live: LiveService,
    private readonly clock: Clock,
  ) {}

  /**
   * Today's runs of the caller's canteens that have something to bring, and earlier ones with a door that nobody has seen open since;
   * one's own first, then by meal and number.
   */
  async today(caller: Caller): Promise<RunBrief[]> {
    const { manager } = this.dataSource
    const own = ownCanteens(caller, 'courier')
    const where = { day: this.clock.today(), ...own }
    const sittings = await manager.find(Sitting, { where, order: { servingFrom: 'ASC' } })
    await this.maker.makeReady(sittings)
    const runs = [
      ...(await manager.findBy(Run, { sittingId: In(sittings.map(({ id }) => id)) })),
      ...(await this.sheets.unfinished(manager, { ...own, day: LessThan(this.clock.today()) })),
    ]
    const briefs = await this.briefs(manager, runs, caller.personId)
    return briefs
      .filter(({ total }) => total > 0)
      .sort(
        (a, b) =>
          Number(b.mine) - Number(a.mine) || compareTimes(a.serving.from, b.serving.from) || a.number - b.number,
      )
  }

  /**
   * A run with its stops, for its courier, on its day and while somebody is looked after; who lives behind the doors can read that they
   * were looked at, once a run. Throws what {@link ownRun} throws.
   */
  async open(caller: Caller, id: string): Promise<RunView> {
    const { manager } = this.dataSource
    const { run, sitting } = await this.ownRun(manager, caller, id)
    const all = (await this.sheets.sheets(manager, [run])).get(id) ?? []
    // Of an earlier day only the doors that are still to be looked after.
    const stops = sitting.day === this.clock.today() ? all : all.filter(({ order }) => isOnTheWay(order))
    await this.sights.record(caller.personId, run, sitting, stops)
    const facts = await this.sheets.facts(manager, stops)
    const [brief] = await this.briefs(manager, [run], caller.personId)
    const now = this.clock.now()
    const planned = plannedAt(
      stops.map(({ address }) => address),
      sitting.servingFrom,
    )
    const next = stops.findIndex(({ stop, order }) => stop === null || isOnTheWay(order))
    return {
      ...defined(brief, 'the brief of a run'),
      lateMinutes: lateMinutes(planned[next], now),
      stops: stops.map((stop, n) =>
        toStopView(stop, { facts, sitting, expectedAt: planned[n] ?? sitting.servingFrom }, now),
      ),
    }
  }

  /**
   * A courier of the canteen brings a run that is nobody's, or in place of who always does. Throws `delivery.run_not_found` (404),
   * `delivery.run_taken` (409) when somebody else has taken it since the caller saw whose it is.
   */
  take(caller: Caller, once: OnceRequest, id: string, seen: TakeRunRequest): Promise<RunBrief> {
    return this.idempotency.once(once, async (tx) => {
      const { run } = await this.anyRun(tx, caller, id)
      const { canteenId, courierId } = run
      const isTaken = courierId !== null && courierId !== caller.personId && courierId !== seen.courierId
      if (isTaken) throw new DomainError('delivery.run_taken', { courier: (await this.nameOf(tx, courierId)) ?? '' })
      const where = { id, courierId: courierId ?? IsNull() }
      const { affected } = await tx.update(Run, where, { courierId: caller.personId })
      if (affected !== 1) throw new LostRaceError()
      await this.notices.runTaken(tx, id)
      await this.live.changed(tx, { topic: `board:${canteenId}`, audience: { canteenId }, id })
      return this.brief(tx, id, caller.personId)
    })
  }

  /**
   * The courier leaves with everything that waits; what is ordered later is taken along by leaving again. Throws what
   * {@link ownRun} throws, `delivery.too_early`, `delivery.nothing_to_take` (409).
   */
  leave(caller: Caller, once: OnceRequest, id: string): Promise<RunBrief> {
    return this.idempotency.once(once, async (tx) => {
      const { run, sitting } = await this.ownRun(tx, caller, id)
      const now = this.clock.now()
      if (now < sitting.freezeAt) throw new DomainError('delivery.too_early', { from: clockText(sitting.freezeAt) })
      const sheet = (await this.sheets.sheets(tx, [run])).get(id) ?? []
      const waiting = sheet.filter(({ stop }) => stop === null)
      const taken: SheetStop[] = []
      for (const one of waiting) if (await this.moveOut(tx, one)) taken.push(one)
      if (taken.length === 0) throw new DomainError('delivery.nothing_to_take')
      await this.writeStops(tx, run, taken, now)
      await tx.update(Run, { id, leftAt: IsNull() }, { leftAt: now })
      const courier = defined((await this.people.briefs([caller.personId], tx)).get(caller.personId), 'a courier')
      for (const { order } of taken) await this.notices.out(tx, order, sitting, courier)
      return this.brief(tx, id, caller.personId)
    })
  }

  /**
   * The run if it is of the caller's canteens, today's or not finished, and theirs to bring. Throws `delivery.run_not_found` (404),
   * `delivery.not_your_run`, `delivery.run_is_free` (403).
   */
  async ownRun(from: EntityManager, caller: Caller, id: string): Promise<{ run: Run; sitting: Sitting }> {
    const found = await this.anyRun(from, caller, id)
    const { courierId } = found.run
    if (courierId === caller.personId) return found
    if (courierId === null) throw new DomainError('delivery.run_is_free')
    throw new DomainError('delivery.not_your_run', { courier: (await this.nameOf(from, courierId)) ?? '' })
  }

  private async nameOf(from: EntityManager, courierId: string | null): Promise<string | null> {
    return courierId === null ? null : ((await this.people.briefs([courierId], from)).get(courierId)?.name ?? null)
  }

  private async anyRun(from: EntityManager, caller: Caller, id: string): Promise<{ run: Run; sitting: Sitting }> {
    const run = await from.findOneBy(Run, { id })
    const isMine = run !== null && worksAt(caller, run.canteenId, 'courier')
    const sitting = isMine ? await from.findOneBy(Sitting, { id: run.sittingId }) : null
    if (run === null || sitting === null) throw new DomainError('delivery.run_not_found')
    if (sitting.day !== this.clock.today() && !(await this.sheets.isUnfinished(from, run)))
      throw new DomainError('delivery.run_not_found')
    return { run, sitting }
  }

  /** The kitchen may be a moment quicker: whatever state the meal is in, it leaves from it. */
  private async moveOut(tx: EntityManager, { order }: SheetStop): Promise<boolean> {
    for (const from of new Set([order.status, ...TAKEABLE]))
      if (await this.progress.move(tx, order, { from, to: 'out_for_delivery' })) return true
    return false
  }

  private async writeStops(tx: EntityManager, run: Run, taken: readonly SheetStop[], outAt: Date): Promise<void> {
    const empty = { how: null, receiver: null, reason: null, handedAt: null, handedById: null }
    const open = { outcome: null, words: null, closedAt: null, closedById: null }
    const rows = taken.map(({ order, position }) => {
      return { orderId: order.id, runId: run.id, position, outAt, ...empty, ...open }
    })
    await insertRows(tx, Stop, rows).catch(asLostRace)
  }

  private async brief(tx: EntityManager, id: string, viewerId: string): Promise<RunBrief> {
    const [brief] = await this.briefs(tx, [await tx.findOneByOrFail(Run, { id })], viewerId)
    return defined(brief, 'the brief of a run')
  }

  private async briefs(from: EntityManager, runs: readonly Run[], viewerId: string): Promise<RunBrief[]> {
    if (runs.length === 0) return []
    const sheets = await this.sheets.sheets(from, runs)
    const sittings = await from.findBy(Sitting, { id: In(runs.map(({ sittingId }) => sittingId)) })
    const canteens = await from.findBy(Canteen, { id: In(runs.map(({ canteenId }) => canteenId)) })
    const couriers = await this.people.briefs(
      runs.flatMap(({ courierId }) => courierId ?? []),
      from,
    )
    return runs.map((run) => {
      const sitting = defined(
        sittings.find(({ id }) => id === run.sittingId),
        'the sitting of a run',
      )
      const canteen = defined(
        canteens.find(({ id }) => id === run.canteenId),
        'the canteen of a run',
      )
      const courierName = couriers.get(run.courierId ?? '')?.name ?? null
      return toRunBrief({ run, sitting, canteen, courierName, stops: sheets.get(run.id) ?? [] }, viewerId)
    })
  }
}
