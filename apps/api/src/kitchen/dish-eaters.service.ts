import { Injectable } from '@nestjs/common'
import type { DishEatersView, PhoneListView } from '@wanli/contracts/kitchen'
import { DataSource, In, IsNull, type EntityManager } from 'typeorm'

import { GuestsQueries } from '../canteen/guests.queries.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import { mealText } from '../canteen/order.rules.js'
import type { Sitting } from '../canteen/sitting.entity.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { Transactions } from '../database/transactions.js'
import { NoticesService } from '../notices/notices.service.js'
import { ContactsService } from '../people/contacts.service.js'
import { PeopleService } from '../people/people.service.js'
import { AuditService } from '../privacy/audit.service.js'

import { KitchenSittingsQueries } from './kitchen-sittings.queries.js'
import { COUNTED } from './kitchen.rules.js'
import { toDishEater } from './kitchen.view.js'

/** An order with its line of the dish. */
interface Eaten {
  order: Order
  line: OrderLine
}

/** A look at the phones of those who had a dish. */
interface Look {
  orders: readonly Order[]
  ids: readonly string[]
  dishName: string
  sitting: Sitting
  reason: string
}

/** A dish of a meal of the caller's canteen. */
export interface DishOfSitting {
  sittingId: string
  dishId: string
}

/** 谁吃了这道菜: who had a dish, and how to reach them when it was bad. */
@Injectable()
export class DishEatersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly sittings: KitchenSittingsQueries,
    private readonly people: PeopleService,
    private readonly contacts: ContactsService,
    private readonly audit: AuditService,
    private readonly notices: NoticesService,
    private readonly guests: GuestsQueries,
    private readonly clock: Clock,
  ) {}

  /** Everybody who ordered a dish, masked. Throws `canteen.sitting_not_found`, `kitchen.dish_not_found` (404). */
  async eaters(caller: Caller, of: DishOfSitting): Promise<DishEatersView> {
    const { manager } = this.dataSource
    const { sitting, dishName } = await this.dishOf(manager, caller, of)
    const eaten = await this.eaten(manager, of)
    const people = await this.people.briefs(
      eaten.map(({ order }) => order.eaterId),
      manager,
    )
    const now = this.clock.now()
    const items = eaten.map(({ order, line }) =>
      toDishEater({ order, line, name: people.get(order.eaterId)?.name ?? '' }, sitting.freezeAt, now),
    )
    const whoOf = await this.whoOf(manager, eaten)
    const countOf = (rows: readonly Eaten[]): number => new Set(rows.map(({ order }) => whoOf(order))).size
    return {
      dishName,
      people: countOf(eaten),
      had: countOf(eaten.filter(({ order }) => order.status === 'handed_over' || order.status === 'delivered')),
      items,
    }
  }

  /**
   * Names and phones of everybody who ordered a dish. Each of them can read who looked and why, and is told. Throws
   * `canteen.sitting_not_found`, `kitchen.dish_not_found`, `kitchen.nobody_ate` (404).
   */
  phones(caller: Caller, of: DishOfSitting, reason: string): Promise<PhoneListView> {
    return this.transactions.run(async (tx) => {
      const { sitting, dishName } = await this.dishOf(tx, caller, of)
      const eaten = await this.eaten(tx, of)
      if (eaten.length === 0) throw new DomainError('kitchen.nobody_ate')
      const whoOf = await this.whoOf(tx, eaten)
      const had = new Map<string, { eaterId: string; pickupNumbers: Set<string> }>()
      for (const { order } of eaten) {
        const { eaterId, pickupNumber } = order
        const own = had.get(whoOf(order)) ?? { eaterId, pickupNumbers: new Set() }
        own.pickupNumbers.add(pickupNumber)
        had.set(whoOf(order), own)
      }
      const ids = [...new Set(eaten.map(({ order }) => order.eaterId))]
      const people = await this.people.briefs(ids, tx)
      const phones = await this.contacts.revealAll(tx, ids, 'phone')
      const orders = eaten.map(({ order }) => order)
      await this.log(tx, caller.personId, { orders, ids, dishName, sitting, reason })
      return {
        items: [...had.values()].map(({ eaterId, pickupNumbers }) => ({
          name: people.get(eaterId)?.name ?? '',
          phone: phones.get(eaterId) ?? null,
          pickupNumbers: [...pickupNumbers],
        })),
      }
    })
  }

  /** Who had it: of guests, who all have one account, each order is somebody else's. */
  private async whoOf(from: EntityManager, eaten: readonly Eaten[]): Promise<(order: Order) => string> {
    const guests = await this.guests.behind(
      from,
      eaten.map(({ order }) => order),
    )
    return ({ id, eaterId }) => (guests.has(eaterId) ? id : eaterId)
  }

  private async log(
    tx: EntityManager,
    cookId: string,
    { orders, ids, dishName, sitting, reason }: Look,
  ): Promise<void> {
    const viewer = await this.people.labelOf(cookId, tx)
    await this.audit.sawAll(
      tx,
      ids.map((personId) => ({ personId, viewer, what: '姓名和手机号', reason })),
    )
    const meal = mealText(sitting, this.clock.today())
    const detail = `看了吃过${meal}「${dishName}」的 ${ids.length} 个人的手机号：${reason}`
    await this.audit.record(tx, {
      actor: viewer,
      action: 'kitchen.phones',
      subjectId: sitting.id,
      subject: `${meal} ${dishName}`,
      detail: detail.slice(0, 200),
    })
    const guests = await this.guests.behind(tx, orders)
    const told = ids.filter((id) => !guests.has(id))
    await this.notices.tell(
      tx,
      told.map((personId) => ({
        personId,
        kind: 'data_viewed' as const,
        title: '食堂看过你的手机号',
        body: `${viewer.label}为了${meal}的「${dishName}」看了你的手机号：「${reason}」`.slice(0, 200),
        subject: { kind: 'privacy' as const, id: personId },
        urgent: true,
        // A look is told each time; when the cook is erased, all of them are found by how their keys begin.
        dedupeKey: `viewed ${viewer.id} ${newId()}`,
      })),
    )
  }

  private async dishOf(
    from: EntityManager,
    caller: Caller,
    { sittingId, dishId }: DishOfSitting,
  ): Promise<{ sitting: Sitting; dishName: string }> {
    const sitting = await this.sittings.sitting(caller, sittingId, from)
    const dish = (await this.sittings.menu(from, sittingId, 'ever')).find(({ id }) => id === dishId)
    if (dish === undefined) throw new DomainError('kitchen.dish_not_found')
    return { sitting, dishName: dish.name }
  }

  private async eaten(from: EntityManager, { sittingId, dishId }: DishOfSitting): Promise<Eaten[]> {
    const orders = await from
      .createQueryBuilder(Order, 'o')
      .innerJoin(OrderLine, 'line', 'line.orderId = o.id AND line.dishId = :dishId AND line.refundedAt IS NULL', {
        dishId,
      })
      .where('o.sittingId = :sittingId AND o.status IN (:...counted)', { sittingId, counted: COUNTED })
      .orderBy('o.pickupNumber', 'ASC')
      .getMany()
    const lines = await from.findBy(OrderLine, {
      orderId: In(orders.map(({ id }) => id)),
      dishId,
      refundedAt: IsNull(),
    })
    return orders.flatMap((order) =>
      lines.filter(({ orderId }) => orderId === order.id).map((line) => ({ order, line })),
    )
  }
}
