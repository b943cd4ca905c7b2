import { Injectable } from '@nestjs/common'
import type { ServiceMode } from '@wanli/contracts/canteen'
import type { LeaveOutLine } from '@wanli/contracts/kitchen'
import { addDays, ageOn } from '@wanli/kernel/shanghai-time'
import { Brackets, In, LessThan, type EntityManager, type SelectQueryBuilder } from 'typeorm'

import { Dish } from '../canteen/dish.entity.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import { ELDER_AGE } from '../canteen/pool.rules.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { defined } from '../common/defined.js'
import { pieces } from '../database/pieces.js'
import { PeopleService } from '../people/people.service.js'

import { COUNTED, leaveOutLines, MADE, type Portions } from './kitchen.rules.js'

const DAYS_OF_WEEK = 7
const DAY_MS = 86_400_000

/** What is ordered of a dish, and what of it is made. */
export interface DishCount {
  all: Portions
  made: Portions
}

/** Orders of a sitting by what they are. */
export interface OrderCount {
  orders: number
  byMode: Record<ServiceMode, number>
  elders: number
}

/** Whether only orders from before the freeze count, or all. A taker's order stands for one from before it. */
export interface CountOf {
  sitting: Pick<Sitting, 'id' | 'freezeAt' | 'day'>
  frozen: boolean
}

type DishRow = { dishId: string; portion: 'whole' | 'half'; made: number | string; quantity: number | string }
type OrderRow = Pick<Order, 'id' | 'eaterId' | 'mode'>

/** Counts of what is ordered, by the database. */
@Injectable()
export class CountsQueries {
  constructor(private readonly people: PeopleService) {}

  /** Portions by dish; dishes nobody ordered are missing. One statement. */
  async dishes(from: EntityManager, of: CountOf): Promise<Map<string, DishCount>> {
    const query = from
      .createQueryBuilder(OrderLine, 'line')
      .innerJoin(Order, 'counted', 'counted.id = line.orderId')
      .select('line.dishId', 'dishId')
      .addSelect('line.portion', 'portion')
      .addSelect('CASE WHEN counted.status IN (:...madeStates) THEN 1 ELSE 0 END', 'made')
      .addSelect('SUM(line.quantity)', 'quantity')
      .where('line.refundedAt IS NULL')
      .setParameter('madeStates', MADE)
      .groupBy('line.dishId')
      .addGroupBy('line.portion')
      .addGroupBy('made')
    const rows = await countedOnly(query, of).getRawMany<DishRow>()
    const counts = new Map<string, DishCount>()
    for (const { dishId, portion, made, quantity } of rows) {
      const count = counts.get(dishId) ?? { all: { whole: 0, half: 0 }, made: { whole: 0, half: 0 } }
      count.all[portion] += Number(quantity)
      if (Number(made) === 1) count.made[portion] += Number(quantity)
      counts.set(dishId, count)
    }
    return counts
  }

  /** Orders by mode, and how many of their eaters are elders on the day of the meal. */
  async orders(from: EntityManager, of: CountOf): Promise<OrderCount> {
    const rows: OrderRow[] = await countedOnly(
      from.createQueryBuilder(Order, 'counted').select(['counted.id', 'counted.eaterId', 'counted.mode']),
      of,
    ).getMany()
    const byMode: Record<ServiceMode, number> = { dine_in: 0, pick_up: 0, delivery: 0 }
    for (const { mode } of rows) byMode[mode] += 1
    const birthDays = new Map<string, string>()
    for (const ids of pieces([...new Set(rows.map(({ eaterId }) => eaterId))]))
      for (const [id, birthDay] of await this.people.birthDays(ids, from)) birthDays.set(id, birthDay)
    const isElder = ({ eaterId }: OrderRow): boolean => {
      const birthDay = birthDays.get(eaterId)
      return birthDay !== undefined && ageOn(birthDay, of.sitting.day) >= ELDER_AGE
    }
    return { orders: rows.length, byMode, elders: rows.filter(isElder).length }
  }

  /** Ids of orders that are brought. */
  async deliveries(from: EntityManager, of: CountOf): Promise<string[]> {
    const query = from.createQueryBuilder(Order, 'counted').select(['counted.id']).where({ mode: 'delivery' })
    return (await countedOnly(query, of).getMany()).map(({ id }) => id)
  }

  /**
   * Orders of the same meal a week before: those that its kitchen had counted, or those that there were a week before
   * `until`; who comes to the counter later is in neither. Null when there was no such meal.
   */
  async lastWeek(from: EntityManager, sitting: Sitting, until: Date | 'frozen'): Promise<number | null> {
    const { canteenId, day, meal } = sitting
    const before = await from.findOneBy(Sitting, { canteenId, meal, day: addDays(day, -DAYS_OF_WEEK) })
    if (before === null) return null
    const earlier = until === 'frozen' ? before.freezeAt : new Date(until.getTime() - DAYS_OF_WEEK * DAY_MS)
    return from.countBy(Order, { sittingId: before.id, status: In([...COUNTED]), createdAt: LessThan(earlier) })
  }

  /** What is left out of which dish of which order. */
  async leaveOut(from: EntityManager, of: CountOf): Promise<LeaveOutLine[]> {
    const orders = await countedOnly(from.createQueryBuilder(Order, 'counted'), of)
      .andWhere('counted.leaveOut IS NOT NULL')
      .orderBy('counted.pickupNumber', 'ASC')
      .getMany()
    if (orders.length === 0) return []
    const lines: OrderLine[] = []
    for (const ids of pieces(orders.map(({ id }) => id)))
      lines.push(...(await from.find(OrderLine, { where: { orderId: In(ids) }, order: { position: 'ASC' } })))
    const dishes = await from.findBy(Dish, { id: In([...new Set(lines.map(({ dishId }) => dishId))]) })
    const dishById = new Map(dishes.map((dish) => [dish.id, dish]))
    const linesOf = new Map<string, OrderLine[]>()
    for (const line of lines) linesOf.set(line.orderId, [...(linesOf.get(line.orderId) ?? []), line])
    return leaveOutLines(
      orders.map(({ id, pickupNumber, leaveOut }) => {
        const own = (linesOf.get(id) ?? []).filter(({ refundedAt }) => refundedAt === null)
        const ids = [...new Set(own.map(({ dishId }) => dishId))]
        return {
          id,
          pickupNumber,
          leaveOut: leaveOut ?? [],
          dishes: ids.map((dishId) => defined(dishById.get(dishId), 'the dish of a line')),
        }
      }),
    )
  }
}

/** Keeps to orders that are cooked for, by the index of sitting and status. */
function countedOnly<Row extends object>(
  query: SelectQueryBuilder<Row>,
  { sitting, frozen }: CountOf,
): SelectQueryBuilder<Row> {
  query.andWhere('counted.sittingId = :sittingId').andWhere('counted.status IN (:...countedStates)')
  query.setParameters({ sittingId: sitting.id, countedStates: COUNTED })
  if (!frozen) return query
  return query.andWhere(
    new Brackets((where) =>
      where
        .where('counted.createdAt < :freezeAt', { freezeAt: sitting.freezeAt })
        .orWhere('counted.takenFromId IS NOT NULL'),
    ),
  )
}
