import { Injectable } from '@nestjs/common'
import type { StandingDayStatus, StandingDayView, StandingView } from '@wanli/contracts/standing'
import type { PersonBrief } from '@wanli/contracts/people'
import { CANTEEN } from '@wanli/kernel/limits'
import { daysFrom, weekdayOf } from '@wanli/kernel/shanghai-time'
import { DataSource, In, IsNull, type EntityManager } from 'typeorm'

import type { MealOutlook } from '../canteen/meal-outlook.rules.js'
import { MealOutlooksQueries } from '../canteen/meal-outlooks.queries.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import { isLive } from '../canteen/order.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { lockRows } from '../database/rows.js'
import { HelpersService } from '../people/helpers.service.js'
import { PeopleService } from '../people/people.service.js'

import { textOf, type OpenAddress } from './address.rules.js'
import { AddressesQueries } from './addresses.queries.js'
import { lapsedText } from './failure.rules.js'
import { StandingDay } from './standing-day.entity.js'
import { StandingResult } from './standing-result.entity.js'
import { StandingWeekday } from './standing-weekday.entity.js'
import { Standing } from './standing.entity.js'
import { isPaused, orderFrom } from './standing.rules.js'
import { isUnserved, unservedText } from './unserved.rules.js'

/** Rows that views of standing orders are made of. */
interface Parts {
  weekdays: StandingWeekday[]
  said: StandingDay[]
  results: StandingResult[]
  sittings: Sitting[]
  outlooks: MealOutlook[]
  orders: Order[]
  lines: OrderLine[]
  addresses: Map<string, OpenAddress>
  people: Map<string, PersonBrief>
  /** Who may order for each eater. */
  agents: Map<string, string[]>
}

/** Reads of standing orders. */
@Injectable()
export class StandingsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly book: AddressesQueries,
    private readonly people: PeopleService,
    private readonly helpers: HelpersService,
    private readonly outlooks: MealOutlooksQueries,
    private readonly clock: Clock,
  ) {}

  /** Ids of standing orders that go on and that a person eats, or set up and may still order for. */
  async idsOf(personId: string): Promise<string[]> {
    const { manager } = this.dataSource
    const rows = await manager.find(Standing, {
      where: [
        { eaterId: personId, endedAt: IsNull() },
        { setUpById: personId, endedAt: IsNull() },
      ],
      order: { createdAt: 'ASC', id: 'ASC' },
    })
    const agents = await this.helpers.agentsOf(
      manager,
      rows.map(({ eaterId }) => eaterId),
      'meals',
    )
    const mayAct = ({ eaterId }: Standing): boolean => (agents.get(eaterId) ?? []).includes(personId)
    return rows.filter((row) => row.eaterId === personId || mayAct(row)).map(({ id }) => id)
  }

  /**
   * The row, locked, if it goes on and is the person's to change: they eat, or set it up and may still order for who eats. A day of it
   * that is about to be ordered waits. Throws `delivery.standing_not_found` (404).
   */
  async own(tx: EntityManager, personId: string, id: string): Promise<Standing> {
    const [standing] = await lockRows(tx, Standing, [id])
    const isTheirs = standing?.endedAt === null && [standing.eaterId, standing.setUpById].includes(personId)
    if (!isTheirs || !(await this.helpers.mayAct(tx, personId, standing.eaterId, 'meals')))
      throw new DomainError('delivery.standing_not_found')
    return standing
  }

  /** One standing order. Throws `delivery.standing_not_found` (404) when it has ended. */
  async view(viewerId: string, id: string): Promise<StandingView> {
    const [view] = await this.views(viewerId, [id])
    if (view === undefined) throw new DomainError('delivery.standing_not_found')
    return view
  }

  /** Standing orders with the days of the coming week, in a fixed number of statements. */
  async views(viewerId: string, ids: readonly string[]): Promise<StandingView[]> {
    if (ids.length === 0) return []
    const { manager } = this.dataSource
    const order = { createdAt: 'ASC' as const, id: 'ASC' as const }
    const standings = await manager.find(Standing, { where: { id: In([...ids]), endedAt: IsNull() }, order })
    const parts = await this.parts(manager, standings)
    return standings.map((standing) => this.toView(standing, parts, viewerId))
  }

  private week(): string[] {
    return daysFrom(this.clock.today(), CANTEEN.daysAhead)
  }

  private async parts(from: EntityManager, standings: readonly Standing[]): Promise<Parts> {
    const standingId = In(standings.map(({ id }) => id))
    const week = this.week()
    const day = In(week)
    const canteenIds = standings.map(({ canteenId }) => canteenId)
    const results = await from.findBy(StandingResult, { standingId, day })
    const orderIds = In(results.flatMap(({ orderId }) => orderId ?? []))
    return {
      weekdays: await from.find(StandingWeekday, { where: { standingId }, order: { weekday: 'ASC' } }),
      said: await from.findBy(StandingDay, { standingId, day }),
      results,
      sittings: await from.findBy(Sitting, { canteenId: In(canteenIds), day }),
      outlooks: await this.outlooks.of(canteenIds, week),
      orders: await from.findBy(Order, { id: orderIds }),
      lines: await from.find(OrderLine, { where: { orderId: orderIds }, order: { position: 'ASC' } }),
      addresses: await this.book.open(
        from,
        standings.map(({ addressId }) => addressId),
      ),
      people: await this.people.briefs(
        standings.flatMap(({ eaterId, setUpById }) => [eaterId, setUpById]),
        from,
      ),
      agents: await this.helpers.agentsOf(
        from,
        standings.map(({ eaterId }) => eaterId),
        'meals',
      ),
    }
  }

  private toView(standing: Standing, parts: Parts, viewerId: string): StandingView {
    const { id, canteenId, meal, wishes, addressId, note, pausedFrom, pausedTo } = standing
    const weekdays = parts.weekdays.filter(({ standingId }) => standingId === id).map(({ weekday }) => weekday)
    const address = parts.addresses.get(addressId)
    const personOf = (personId: string): PersonBrief =>
      parts.people.get(personId) ?? { id: personId, name: '', face: 'man' }
    const isOn = (day: string): boolean =>
      weekdays.includes(weekdayOf(day)) || parts.results.some((row) => row.standingId === id && row.day === day)
    return {
      id,
      canteenId,
      eater: personOf(standing.eaterId),
      setUpBy: personOf(standing.setUpById),
      mine: standing.setUpById === viewerId,
      lapsed: hasLapsed(standing, parts),
      weekdays,
      meal,
      wishes,
      addressId,
      addressText: address === undefined ? '' : textOf(address),
      note,
      pausedFrom,
      pausedTo,
      days: this.week()
        .filter(isOn)
        .map((day) => this.dayView(standing, day, parts)),
    }
  }

  private dayView(standing: Standing, day: string, parts: Parts): StandingDayView {
    const said = parts.said.find((row) => row.standingId === standing.id && row.day === day)
    const result = parts.results.find((row) => row.standingId === standing.id && row.day === day)
    const { canteenId, meal } = standing
    const isIts = (one: MealOutlook | Sitting): boolean =>
      one.canteenId === canteenId && one.meal === meal && one.day === day
    const order = parts.orders.find(({ id }) => id === result?.orderId)
    // What is ordered was perhaps ordered when another meal was brought.
    const ordered = order !== undefined && isLive(order.status) ? order.sittingId : undefined
    const sitting = parts.sittings.find(({ id }) => id === ordered) ?? parts.sittings.find(isIts)
    const outlook = sitting === undefined ? parts.outlooks.find(isIts) : undefined
    const unserved = outlook !== undefined && isUnserved(outlook, this.clock.now()) ? unservedText(outlook) : null
    const isOver = sitting !== undefined && this.clock.now() >= sitting.freezeAt
    const lapsed = hasLapsed(standing, parts) ? lapsedText(parts.people.get(standing.setUpById)?.name ?? '') : null
    const { status, reason } = statusOf(standing, { day, said, result, sitting, order, unserved, lapsed, isOver })
    const lines = parts.lines.filter(({ orderId, refundedAt }) => orderId === order?.id && refundedAt === null)
    return {
      day,
      status,
      changed: said?.skip === false,
      wishes: said?.wishes ?? standing.wishes,
      dishes: lines.map(({ dishName: name, portion, quantity }) => ({ name, portion, quantity })),
      orderId: order?.id ?? null,
      reason,
      sittingId: sitting?.id ?? null,
      orderFrom: sitting === undefined ? null : orderFrom(sitting).toISOString(),
      // Without somebody who orders there is nothing to change, but what is ordered already.
      canChange: !isOver && unserved === null && !isPaused(standing, day) && (lapsed === null || order !== undefined),
    }
  }
}

/** Whether who set it up may not order for the eater any more. */
const hasLapsed = ({ eaterId, setUpById }: Standing, { agents }: Parts): boolean =>
  eaterId !== setUpById && !(agents.get(eaterId) ?? []).includes(setUpById)

interface DayFacts {
  day: string
  said: StandingDay | undefined
  result: StandingResult | undefined
  sitting: Sitting | undefined
  order: Order | undefined
  /** Why a meal without a menu will not come; null when it will, or has a menu. */
  unserved: string | null
  /** Why nothing is ordered any more; null when it is. */
  lapsed: string | null
  isOver: boolean
}

/** What became of a day, in a word, and why when it will not come. */
function statusOf(
  standing: Standing,
  { day, said, result, sitting, order, unserved, lapsed, isOver }: DayFacts,
): { status: StandingDayStatus; reason: string | null } {
  const plain = (status: StandingDayStatus) => ({ status, reason: null })
  if (order !== undefined) return plain(order.status.startsWith('cancelled') ? 'cancelled' : 'ordered')
  if (result?.outcome === 'failed') return { status: 'failed', reason: result.reason }
  if (result?.outcome === 'by_hand') return plain('by_hand')
  if (isPaused(standing, day)) return plain('paused')
  if (said?.skip === true || result?.outcome === 'skipped') return plain('skipped')
  if (unserved !== null) return { status: 'failed', reason: unserved }
  if (sitting?.closedReason != null) return { status: 'failed', reason: sitting.closedReason }
  if (lapsed !== null) return { status: 'failed', reason: lapsed }
  // Being ordered at this moment, or about to be taken up again.
  if (result?.outcome === 'placing') return plain('planned')
  if (isOver) return { status: 'failed', reason: TOO_LATE }
  return plain('planned')
}

/** Why a day that was set up after the kitchen had counted does not come. */
const TOO_LATE = '设好的时候，厨房已经备菜了'
