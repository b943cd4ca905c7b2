import { Injectable } from '@nestjs/common'
import type { OrderListItem, OrdersQuery, OrderView, StoredOrderStatus } from '@wanli/contracts/canteen'
import type { Page } from '@wanli/contracts/page'
import { MENUS } from '@wanli/kernel/limits'
import { sumFen } from '@wanli/kernel/money'
import { addDays, instantOf } from '@wanli/kernel/shanghai-time'
import { DataSource, In, IsNull, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { keysetRows } from '../database/keyset.js'
import { marks, rowsIn, selectRows, type RowsWanted } from '../database/rows.js'
import { readTogether } from '../database/together.js'
import { PeopleService } from '../people/people.service.js'

import { Canteen } from './canteen.entity.js'
import { OrderLine } from './order-line.entity.js'
import { DoorstepsQueries } from './doorsteps.queries.js'
import { Order } from './order.entity.js'
import { OrderPeopleQueries } from './order-people.queries.js'
import { LIVE, peopleOf, type Hold } from './order.rules.js'
import { toOrderListItem, toOrderView, type OrderParts } from './order.view.js'
import { Sitting } from './sitting.entity.js'
import { Slot } from './slot.entity.js'

/** States of a meal that was had or is to come and is paid. */
const SERVED_OR_TO_COME: StoredOrderStatus[] = [
  ...LIVE.filter((status) => status !== 'placed'),
  'handed_over',
  'delivered',
  'not_collected',
  'closed',
]

/** Whose an order is: who eats it, and who placed it in the app. */
const EATEN_BY = 'eater_id = ?'
const PLACED_BY = `placed_by_id = ? AND door = 'app'`

/** Which orders are somebody's, in the words of the database. */
type Condition = Pick<RowsWanted, 'where' | 'parameters'>

/** Most open orders that are listed at once; nobody waits for more. */
const MAX_OPEN = 50

/** Reads of orders. A person sees those that are theirs ({@link peopleOf}). */
@Injectable()
export class OrdersQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PeopleService,
    private readonly doorsteps: DoorstepsQueries,
    private readonly whose: OrderPeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** A page of a person's orders, newest first; with `open`, those that wait to be paid or collected, soonest first. */
  page(personId: string, query: OrdersQuery): Promise<Page<OrderListItem>> {
    return readTogether(this.dataSource, (from) => this.pageFrom(from, personId, query))
  }

  private async pageFrom(from: EntityManager, personId: string, query: OrdersQuery): Promise<Page<OrderListItem>> {
    const now = this.clock.now()
    const parameters = [personId]
    const mine = [EATEN_BY, PLACED_BY].map((where) => ({ where, parameters }))
    if (query.open === 'true') {
      const soonest = (a: OrderParts, b: OrderParts): number => startOf(a) - startOf(b)
      const parts = (await this.parts(from, await this.openRows(from, personId, mine))).sort(soonest).slice(0, MAX_OPEN)
      return { items: parts.map((one) => toOrderListItem(one, now)), nextCursor: null }
    }
    const { rows, nextCursor } = await keysetRows(from, Order, mine, query)
    return { items: (await this.parts(from, rows)).map((one) => toOrderListItem(one, now)), nextCursor }
  }

  /**
   * Orders of today and later that these conditions find and that are still somebody's to follow, each once. A meal of today was ordered
   * a month ago at the earliest: their indexes go by person and time, and whoever eats here every day has a thousand older ones.
   */
  private async openRows(from: EntityManager, personId: string, mine: readonly Condition[]): Promise<Order[]> {
    const today = this.clock.today()
    const since = instantOf(addDays(today, -MENUS.opensDaysBefore), '00:00')
    const live = `status IN (${marks(LIVE)}) AND day >= ? AND created_at >= ?`
    const found = await Promise.all(
      mine.map(({ where, parameters }) =>
        selectRows(from, Order, {
          where: `${where} AND ${live}`,
          parameters: [...parameters, ...LIVE, today, since],
          orderBy: 'day',
          limit: MAX_OPEN,
        }),
      ),
    )
    const rows = [...byId(found.flat()).values()]
    const holds = await this.whose.holds(from, personId, rows)
    return rows.filter(({ id }) => holds.get(id) === 'whole')
  }

  /** One order. Throws `canteen.order_not_found` (404) when it is not there or not the person's. */
  detail(personId: string, id: string, tx?: EntityManager): Promise<OrderView> {
    if (tx !== undefined) return this.detailFrom(tx, personId, id)
    return readTogether(this.dataSource, (from) => this.detailFrom(from, personId, id))
  }

  private async detailFrom(from: EntityManager, personId: string, id: string): Promise<OrderView> {
    const order = await this.ownOrder(personId, id, from)
    const [parts] = await this.parts(from, [order])
    if (parts === undefined) throw new Error(`order ${id} lost its sitting`)
    const hold = (await this.whose.holds(from, personId, [order])).get(id) ?? 'none'
    return toOrderView(parts, { id: personId, hold }, this.clock.now())
  }

  /** These orders by id, each for whoever looks at it, in six statements however many there are. */
  async views(
    from: EntityManager,
    wanted: readonly { id: string; viewerId: string }[],
  ): Promise<ReadonlyMap<string, OrderView>> {
    if (wanted.length === 0) return new Map()
    const viewers = new Map(wanted.map(({ id, viewerId }) => [id, viewerId]))
    const orders = await from.findBy(Order, { id: In([...viewers.keys()]) })
    const holds = await this.holdsOf(from, viewers, orders)
    const now = this.clock.now()
    return new Map(
      (await this.parts(from, orders)).map((parts) => {
        const { id } = parts.order
        return [id, toOrderView(parts, { id: viewers.get(id) ?? '', hold: holds.get(id) ?? 'none' }, now)]
      }),
    )
  }

  /** What each viewer may do with the order they look at. */
  private async holdsOf(
    from: EntityManager,
    viewers: ReadonlyMap<string, string>,
    orders: readonly Order[],
  ): Promise<Map<string, Hold>> {
    const holds = new Map<string, Hold>()
    for (const viewerId of new Set(viewers.values())) {
      const theirs = orders.filter(({ id }) => viewers.get(id) === viewerId)
      for (const [id, hold] of await this.whose.holds(from, viewerId, theirs)) holds.set(id, hold)
    }
    return holds
  }

  /** The row of an order that is the person's. Throws `canteen.order_not_found` (404). */
  async ownOrder(personId: string, id: string, from: EntityManager): Promise<Order> {
    const order = await from.findOneBy(Order, { id })
    if (order === null || !peopleOf(order).includes(personId)) {
      throw new DomainError('canteen.order_not_found')
    }
    return order
  }

  /** What these orders cost less than their list price, in fen: discounts and subsidies of meals that stand. */
  async savedFen(ids: string[]): Promise<number> {
    const standing = { id: In(ids), status: In(SERVED_OR_TO_COME) }
    const orders = await this.dataSource.manager.findBy(Order, standing)
    const orderId = In(orders.map((order) => order.id))
    const lines = await this.dataSource.manager.findBy(OrderLine, { orderId, refundedAt: IsNull() })
    return sumFen(lines.map((line) => line.discountFen + line.subsidyFen))
  }

  /** What views of these orders need, in six statements and one breath however many orders there are. */
  private async parts(from: EntityManager, orders: Order[]): Promise<OrderParts[]> {
    if (orders.length === 0) return []
    const ids = (of: (order: Order) => string | null): string[] => orders.flatMap((order) => of(order) ?? [])
    const orderIds = ids(({ id }) => id)
    const [lines, canteens, sittings, slots, doorsteps, people] = await Promise.all([
      selectRows(from, OrderLine, {
        where: `order_id IN (${marks(orderIds)})`,
        parameters: orderIds,
        orderBy: 'order_id, position',
      }),
      rowsIn(
        from,
        Canteen,
        'id',
        ids(({ canteenId }) => canteenId),
      ).then(byId),
      rowsIn(
        from,
        Sitting,
        'id',
        ids(({ sittingId }) => sittingId),
      ).then(byId),
      rowsIn(
        from,
        Slot,
        'id',
        ids(({ slotId }) => slotId),
      ).then(byId),
      this.doorsteps.find(
        from,
        ids(({ addressId }) => addressId),
      ),
      this.people.briefs(
        orders.flatMap((order) => [order.eaterId, order.placedById, order.paidById]),
        from,
      ),
    ])
    return orders.flatMap((order) => {
      const canteen = canteens.get(order.canteenId)
      const sitting = sittings.get(order.sittingId)
      if (canteen === undefined || sitting === undefined) return []
      const own = lines.filter((line) => line.orderId === order.id)
      const slot = slots.get(order.slotId ?? '') ?? null
      const address = doorsteps.get(order.addressId ?? '')?.text ?? null
      return [{ order, lines: own, canteen, sitting, slot, address, people }]
    })
  }
}

function byId<Row extends { id: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

function startOf({ slot, sitting }: OrderParts): number {
  return (slot?.fromAt ?? sitting.servingFrom).getTime()
}
