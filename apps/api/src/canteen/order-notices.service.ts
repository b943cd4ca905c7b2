import { Injectable } from '@nestjs/common'
import { yuan } from '@wanli/kernel/money'
import { clockText, dayText } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { LiveService } from '../live/live.service.js'
import { NoticesService } from '../notices/notices.service.js'

import { PeopleService } from '../people/people.service.js'

import type { Basket } from './baskets.service.js'
import { Canteen } from './canteen.entity.js'
import type { Order } from './order.entity.js'
import { MEAL_NAMES } from './order.rules.js'
import type { Sitting } from './sitting.entity.js'
import { Slot } from './slot.entity.js'

/** What the eater, and whoever ordered for them, are told about an order. */
@Injectable()
export class OrderNoticesService {
  constructor(
    private readonly notices: NoticesService,
    private readonly people: PeopleService,
    private readonly live: LiveService,
    private readonly clock: Clock,
  ) {}

  /** The order is placed: number, time, window. */
  async placed(tx: EntityManager, order: Order, { sitting, eater }: Basket): Promise<void> {
    const canteen = await tx.findOneByOrFail(Canteen, { id: order.canteenId })
    const slot = await tx.findOneBy(Slot, { id: order.slotId ?? '' })
    const from = clockText(slot?.fromAt ?? sitting.servingFrom)
    const title = `${this.mealText(sitting)}订好了，取餐号 ${order.pickupNumber}`
    const agent = order.placedById === order.eaterId ? null : await this.nameOf(tx, order.placedById)
    const by = agent === null ? '' : `，${agent}订的`
    const body = `${eater.brief.name}，${from} 到${canteen.name} ${canteen.windowName}取${by}`
    await this.tell(tx, order, 'order_placed', title, body)
  }

  /** The order is cancelled: what comes back. */
  async cancelled(tx: EntityManager, order: Order, sitting: Sitting): Promise<void> {
    const subsidy = order.subsidyFen > 0 ? '，补贴也还回来了' : ''
    const title = `${this.mealText(sitting)}退掉了`
    await this.tell(tx, order, 'order_cancelled', title, `¥${yuan(order.payFen)} 已经退回钱包${subsidy}`)
  }

  /** The meal is handed over. */
  async handedOver(tx: EntityManager, order: Order, sitting: Sitting): Promise<void> {
    const title = `${this.mealText(sitting)}取走了`
    await this.tell(
      tx,
      order,
      'order_handed_over',
      title,
      `${order.pickupNumber}，${clockText(this.clock.now())} 在窗口取的，慢慢吃`,
    )
  }

  private async nameOf(tx: EntityManager, personId: string): Promise<string> {
    return (await this.people.briefs([personId], tx)).get(personId)?.name ?? ''
  }

  /** Tells the people, and the board of the canteen that the order changed. */
  private async tell(
    tx: EntityManager,
    order: Order,
    kind: Parameters<NoticesService['tell']>[1][0]['kind'],
    title: string,
    body: string,
  ): Promise<void> {
    const people = [...new Set([order.eaterId, order.placedById])]
    const subject = { kind: 'order' as const, id: order.id }
    await this.notices.tell(
      tx,
      people.map((personId) => ({ personId, kind, title, body, subject })),
    )
    const { canteenId } = order
    await this.live.changed(tx, { topic: `board:${canteenId}`, audience: { canteenId }, id: order.id })
  }

  private mealText(sitting: Sitting): string {
    return `${dayText(sitting.day, this.clock.today())}${MEAL_NAMES[sitting.meal]}`
  }
}
