/*
 * What must never happen: an order that took some of its portions, or was paid and not kept. `place` and `cancel` are one
 * transaction each: all of it or none. Rows are locked in one order: order, offers by id, slot, sitting, accounts.
 */
import { Injectable } from '@nestjs/common'
import type { OrderView, PlaceOrderRequest } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId, newSecretCode } from '../common/new-id.js'
import { isDuplicateKey, LostRaceError } from '../database/constraint-errors.js'
import { MandatesService, type ActRequest } from '../people/mandates.service.js'
import { LedgerService, STREET } from '../wallet/ledger.service.js'

import { BasketsService, type Basket } from './baskets.service.js'
import { OrderLine } from './order-line.entity.js'
import { OrderNoticesService } from './order-notices.service.js'
import { Order } from './order.entity.js'
import { assertOpen, mayCancel, MEAL_NAMES, whenText } from './order.rules.js'
import { OrdersQueries } from './orders.queries.js'
import { PUTUO_2025_12 } from './scheme.js'
import { Sitting } from './sitting.entity.js'
import { StockService } from './stock.service.js'
import { SubsidyUse } from './subsidy-use.entity.js'

/** Writes of orders by those who eat and pay. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly baskets: BasketsService,
    private readonly stock: StockService,
    private readonly ledger: LedgerService,
    private readonly orders: OrdersQueries,
    private readonly notices: OrderNoticesService,
    private readonly mandates: MandatesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Orders a meal and pays it: portions, a place in the slot, a pick-up number, the subsidy and the money, or none of them.
   * Throws the refusals of a basket, `canteen.cut_off_passed`, `canteen.sold_out`, `canteen.slot_full`, `canteen.price_changed`
   * and `wallet.insufficient` (409).
   */
  place(caller: Caller, once: OnceRequest, body: PlaceOrderRequest): Promise<OrderView> {
    return this.idempotency.once(once, async (tx) => {
      const basket = await this.baskets.price(tx, caller, body)
      const { sitting, price } = basket
      assertOpen(sitting, this.clock.now(), (at) => this.say(at))
      if (body.slotId === undefined) throw new DomainError('canteen.slot_required')
      if (body.expectedPayFen !== undefined && body.expectedPayFen !== price.payFen) {
        throw new DomainError('canteen.price_changed', { was: yuan(body.expectedPayFen), now: yuan(price.payFen) })
      }
      await this.stock.take(tx, basket.lines)
      await this.stock.takePlace(tx, sitting.id, body.slotId)
      const pickupNumber = await this.stock.nextPickupNumber(tx, sitting.id)
      const order = this.newOrder(caller, body, basket, pickupNumber)
      order.paidById = await this.mandates.act(tx, this.actOf(order))
      await this.insert(tx, order, basket)
      await this.pay(tx, order)
      await this.notices.placed(tx, order, basket)
      return this.orders.detail(caller.personId, order.id, tx)
    })
  }

  /**
   * Cancels an order before the kitchen freezes its count: portions, place, subsidy right and money go back exactly once. Throws
   * `canteen.order_not_found` (404), `canteen.cancel_too_late` and `canteen.state_changed` (409).
   */
  cancel(caller: Caller, once: OnceRequest, id: string): Promise<OrderView> {
    return this.idempotency.once(once, async (tx) => {
      const order = await this.orders.ownOrder(caller.personId, id, tx)
      const sitting = await tx.findOneByOrFail(Sitting, { id: order.sittingId })
      const now = this.clock.now()
      if (order.status !== 'paid') throw new DomainError('canteen.state_changed', { status: order.status })
      if (!mayCancel(order.status, sitting.freezeAt, now)) {
        throw new DomainError('canteen.cancel_too_late', { until: this.say(sitting.freezeAt) })
      }
      const { affected } = await tx.update(
        Order,
        { id, status: 'paid' },
        { status: 'cancelled_by_eater', cancelledAt: now },
      )
      if (affected !== 1) throw new DomainError('canteen.state_changed', { status: 'paid' })
      await this.stock.giveBack(tx, await tx.findBy(OrderLine, { orderId: id }))
      if (order.slotId !== null) await this.stock.givePlaceBack(tx, order.slotId)
      await tx.delete(SubsidyUse, { orderId: id })
      await this.mandates.undoOrder(tx, id)
      await this.ledger.refundOrder(tx, id, `退${MEAL_NAMES[sitting.meal]} ${order.pickupNumber}`)
      await this.notices.cancelled(tx, order, sitting)
      return this.orders.detail(caller.personId, id, tx)
    })
  }

  private actOf(order: Order): ActRequest {
    return {
      agentId: order.placedById,
      principalId: order.eaterId,
      scope: 'meals',
      amountFen: order.payFen,
      what: `订餐 ${order.pickupNumber}`,
      orderId: order.id,
    }
  }

  private newOrder(
    caller: Caller,
    body: PlaceOrderRequest,
    { sitting, eater, price }: Basket,
    pickupNumber: string,
  ): Order {
    return {
      id: newId(),
      canteenId: sitting.canteenId,
      sittingId: sitting.id,
      day: sitting.day,
      slotId: body.slotId ?? null,
      eaterId: eater.brief.id,
      placedById: caller.personId,
      paidById: caller.personId,
      status: 'paid',
      mode: body.mode,
      pickupNumber,
      pickupCode: newSecretCode(),
      schemeVersion: PUTUO_2025_12.version,
      listFen: price.listFen,
      discountFen: price.discountFen,
      subsidyFen: price.subsidyFen,
      payFen: price.payFen,
      explanation: price.explanation,
      note: (body.note ?? '').trim(),
      handedOverEarly: false,
      handedOverAt: null,
      handedOverById: null,
      cancelledAt: null,
      createdAt: this.clock.now(),
    }
  }

  private async insert(tx: EntityManager, order: Order, basket: Basket): Promise<void> {
    await tx.insert(Order, order)
    await tx.insert(
      OrderLine,
      basket.lines.map((line, position) => ({ id: newId(), orderId: order.id, position, ...line })),
    )
    if (order.subsidyFen === 0) return
    const use = { id: newId(), personId: order.eaterId, day: order.day, scheme: order.schemeVersion, orderId: order.id }
    try {
      await tx.insert(SubsidyUse, { ...use, amountFen: order.subsidyFen, createdAt: order.createdAt })
    } catch (error) {
      // Another order of the same person took today's right since we read it: price all of it again, without the subsidy.
      if (isDuplicateKey(error)) throw new LostRaceError()
      throw error
    }
  }

  private pay(tx: EntityManager, order: Order): Promise<void> {
    return this.ledger.post(tx, {
      kind: 'order_payment',
      memo: `订餐 ${order.pickupNumber}`,
      orderId: order.id,
      moves: [
        { kind: 'person_own', ownerId: order.paidById, amountFen: -order.payFen },
        { kind: 'subsidy_receivable', ownerId: STREET, amountFen: -order.subsidyFen },
        { kind: 'canteen_revenue', ownerId: order.canteenId, amountFen: order.payFen + order.subsidyFen },
      ],
    })
  }

  private say(at: Date): string {
    return whenText(at, businessDayOf(at), this.clock.today())
  }
}
