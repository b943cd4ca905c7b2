import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import type { OrderLine } from '../canteen/order-line.entity.js'
import type { Order } from '../canteen/order.entity.js'
import { OrderPeopleQueries } from '../canteen/order-people.queries.js'
import { backText, mealFor, mealText } from '../canteen/order.rules.js'
import { Clock } from '../common/clock.js'
import { NoticesService } from '../notices/notices.service.js'
import { PeopleService } from '../people/people.service.js'

import { droppedText, priceText } from './menu-news.rules.js'
import type { MenuVersion, StoredChange } from './version.entity.js'

/** Dishes that went from an order, what goes back in fen, and whether nothing is left of it. */
export interface Dropped {
  lines: readonly OrderLine[]
  backFen: number
  whole: boolean
}

/** What the people of an order are told of a published menu: once of each version. */
@Injectable()
export class MenuNewsService {
  constructor(
    private readonly notices: NoticesService,
    private readonly people: PeopleService,
    private readonly whose: OrderPeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** Dishes were taken off: what goes, what came onto the menu of that meal, where the money is. Answers whether there is anybody to tell. */
  async dropped(
    tx: EntityManager,
    version: MenuVersion,
    order: Order,
    { lines, backFen, whole }: Dropped,
  ): Promise<boolean> {
    const change = version.changes.find(({ offerId }) => lines.some((line) => line.offerId === offerId))
    if (change === undefined) return false
    const instead = version.changes
      .filter(({ kind, day, meal }) => kind === 'dish_added' && day === change.day && meal === change.meal)
      .map(({ dishName }) => dishName)
    const payer = (await this.people.briefs([order.paidById], tx)).get(order.paidById)?.name ?? ''
    const dishes = lines.map(({ dishName }) => dishName)
    return this.tell(tx, version, { order, change }, (readerId) => {
      const back = order.status === 'placed' ? null : backText(order, backFen, readerId, payer)
      return droppedText({ dishes, instead, back, whole })
    })
  }

  /** What they have costs something else now, and theirs stays what it was. Answers whether there is anybody to tell. */
  async prices(
    tx: EntityManager,
    version: MenuVersion,
    order: Order,
    changes: readonly StoredChange[],
  ): Promise<boolean> {
    const [change] = changes
    return change !== undefined && this.tell(tx, version, { order, change }, () => priceText(changes))
  }

  private async tell(
    tx: EntityManager,
    version: MenuVersion,
    { order, change }: { order: Order; change: StoredChange },
    bodyFor: (readerId: string) => string,
  ): Promise<boolean> {
    const { canteenId, id } = order
    const about = {
      kind: 'menu_changed' as const,
      subject: { kind: 'order' as const, id },
      dedupeKey: `menu ${version.id} ${id}`,
    }
    const eater = {
      id: order.eaterId,
      name: (await this.people.briefs([order.eaterId], tx)).get(order.eaterId)?.name ?? '',
    }
    const titleFor = (personId: string): string =>
      `${mealFor(mealText(change, this.clock.today()), eater, personId)}菜单改了`
    const people = await this.whose.told(tx, order)
    await this.notices.tell(
      tx,
      people.map((personId) => ({ personId, ...about, title: titleFor(personId), body: bodyFor(personId) })),
      [{ topic: `board:${canteenId}`, audience: { canteenId }, id }],
    )
    return people.length > 0
  }
}
