/*
 * What must never happen: a day of a standing order ordered twice, or again after somebody cancelled it. A day is claimed before anything
 * is ordered (`standing-results.service.ts`), and the order is placed under a key made of standing order, day and round: whoever comes
 * second, or after a crash, gets the order that is there.
 */
import { Injectable, Logger } from '@nestjs/common'
import { weekdayOf } from '@wanli/kernel/shanghai-time'
import { DataSource, In, IsNull, LessThanOrEqual, MoreThan, MoreThanOrEqual, Not, type EntityManager } from 'typeorm'

import { PlacingService } from '../canteen/placing.service.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { isDomainError } from '../common/domain-error.js'
import { oneByOne } from '../common/one-by-one.js'
import { Patience } from '../common/patience.js'

import { MissedDaysQueries, type DayOfStanding } from './missed-days.queries.js'
import { callerOf, StandingMenusQueries } from './standing-menus.queries.js'
import { StandingResult } from './standing-result.entity.js'
import { onceOf, StandingResultsService, type Claim } from './standing-results.service.js'
import { StandingWeekday } from './standing-weekday.entity.js'
import { Standing } from './standing.entity.js'
import { isDue, isPaused, ORDER_HOURS_BEFORE } from './standing.rules.js'
import { UnservedDaysQueries } from './unserved-days.queries.js'

const HOUR_MS = 3_600_000

/** A day of a standing order, as far as it has a name. */
interface NamedDay {
  standing: Pick<Standing, 'id'>
  day: string
}

/** Ordering what standing orders say, a day before the kitchen counts. Safe to run in several processes at once. */
@Injectable()
export class StandingOrdersService {
  private readonly log = new Logger(StandingOrdersService.name)
  private readonly patience = new Patience<NamedDay>(
    ({ standing, day }) => `${standing.id} ${day}`,
    () => this.clock.now(),
  )

  constructor(
    private readonly dataSource: DataSource,
    private readonly placing: PlacingService,
    private readonly results: StandingResultsService,
    private readonly menus: StandingMenusQueries,
    private readonly missed: MissedDaysQueries,
    private readonly unserved: UnservedDaysQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Orders every day that is due and not decided yet, of all standing orders or of these, and ends what a crash or a closed meal has left
   * undecided; tells of meals that no menu will be published for. A day that meets a fault is left to a later round, and does not keep
   * the others from being ordered; who looks at theirs has it tried at once.
   */
  async orderDue(ids?: readonly string[]): Promise<void> {
    // Who has none and looks at their page asks for nothing.
    if (ids?.length === 0) return
    const { manager } = this.dataSource
    const patience = ids === undefined ? this.patience : undefined
    const now = this.clock.now()
    const until = new Date(now.getTime() + ORDER_HOURS_BEFORE * HOUR_MS)
    const sittings = await manager.find(Sitting, {
      where: {
        day: MoreThanOrEqual(this.clock.today()),
        freezeAt: MoreThan(now),
        opensAt: LessThanOrEqual(now),
        closedAt: IsNull(),
      },
      order: { freezeAt: 'ASC' },
    })
    for (const sitting of sittings.filter(({ freezeAt }) => freezeAt <= until)) {
      const { day } = sitting
      const days = (await this.undecided(manager, sitting, ids)).map((standing) => ({ standing, day }))
      await oneByOne(this.log, days, ({ standing }) => this.orderDay(standing, sitting), patience)
    }
    const open = [...(await this.missed.days(ids)), ...(await this.left(manager, ids))].map((one) => {
      return { ...one, day: one.sitting.day }
    })
    await oneByOne(this.log, open, ({ standing, sitting }) => this.takeUp(standing, sitting), patience)
    const unserved = (await this.unserved.days(ids)).map((one) => ({ ...one, day: one.outlook.day }))
    await oneByOne(this.log, unserved, (one) => this.results.tellUnserved(one), patience)
  }

  /** Decides one day, once: orders it, or says why not. Nothing happens before it is due and after it was decided. */
  private async orderDay(standing: Standing, sitting: Sitting): Promise<void> {
    if (!isDue(sitting, this.clock.now()) || isPaused(standing, sitting.day)) return
    const claim = await this.results.claim(standing, sitting)
    if (claim !== null) await this.carryOut(claim)
  }

  /**
   * Takes up a day that nobody claimed or decided before the kitchen counted, or whose meal was closed: it comes as a change while orders
   * are taken, and is told as not to be had after that.
   */
  private async takeUp(standing: Standing, sitting: Sitting): Promise<void> {
    const isOpen = sitting.closedAt === null && this.clock.now() < sitting.cutOffAt
    const claim = await this.results.claim(standing, sitting)
    const mayCome = claim !== null && (isOpen || claim.said?.skip === true)
    await (mayCome ? this.carryOut(claim) : this.results.giveUp(standing, sitting))
  }

  private async carryOut(claim: Claim): Promise<void> {
    const { results } = this
    if (claim.said?.skip === true) return results.decide(claim, 'skipped')
    if (await results.isByHand(claim)) return results.decide(claim, 'by_hand')
    try {
      const { body } = await this.menus.bodyOf(this.dataSource.manager, claim)
      const order = await this.placing.place(callerOf(claim.standing), onceOf(claim), body)
      await results.decide(claim, 'ordered', order.id)
    } catch (error) {
      if (!isDomainError(error)) throw error
      // The system is busy, or another process is ordering this very day: the next round looks again.
      if (error.code.startsWith('request.')) return
      if (error.code === 'canteen.already_ordered') return results.decide(claim, 'by_hand')
      await results.fail(claim, error)
    }
  }

  /** Days that were being ordered when their process ended, and whose sitting is counted or closed by now. */
  private async left(from: EntityManager, ids: readonly string[] | undefined): Promise<DayOfStanding[]> {
    const which = ids === undefined ? {} : { standingId: In([...ids]) }
    const rows = await from.findBy(StandingResult, { outcome: 'placing', ...which })
    const left: DayOfStanding[] = []
    for (const { standingId, day } of rows) {
      const standing = await from.findOneByOrFail(Standing, { id: standingId })
      const { canteenId, meal } = standing
      const sitting = await from.findOneBy(Sitting, { canteenId, meal, day })
      if (sitting !== null && (sitting.closedAt !== null || sitting.freezeAt <= this.clock.now()))
        left.push({ standing, sitting })
    }
    return left
  }

  private async undecided(
    from: EntityManager,
    { canteenId, day, meal }: Sitting,
    ids: readonly string[] | undefined,
  ): Promise<Standing[]> {
    const of = ids === undefined ? {} : { standingId: In([...ids]) }
    const days = await from.findBy(StandingWeekday, { meal, weekday: weekdayOf(day), ...of })
    const wanted = days.map(({ standingId }) => standingId)
    if (wanted.length === 0) return []
    const decided = await from.findBy(StandingResult, { standingId: In(wanted), day, outcome: Not('placing') })
    const open = wanted.filter((id) => !decided.some(({ standingId }) => standingId === id))
    return open.length === 0 ? [] : from.findBy(Standing, { id: In(open), canteenId, endedAt: IsNull() })
  }
}
