/*
 * What must never happen: something held by an order given back twice, or had by two. Whoever calls has just moved the order's status
 * by a conditional UPDATE in the same transaction, so each hold is released once; taking is done by the guarded statements of
 * `StockService`, and `uq_canteen_subsidy_use_person_day_scheme` refuses a second right. Order of locks: mandate, offers, slot.
 */
import { Injectable } from '@nestjs/common'
import { yuan } from '@wanli/kernel/money'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { isDuplicateKey, LostRaceError } from '../database/constraint-errors.js'
import { MandateActsService } from '../people/mandate-acts.service.js'

import type { OrderLine } from './order-line.entity.js'
import type { Order } from './order.entity.js'
import { Sitting } from './sitting.entity.js'
import { StockService } from './stock.service.js'
import { SubsidyUse } from './subsidy-use.entity.js'

/** What an order holds: portions, a place in its slot, the day's subsidy right, a part of the mandate's cap. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly stock: StockService,
    private readonly mandates: MandateActsService,
    private readonly clock: Clock,
  ) {}

  /** Counts the order against the mandate it was placed under. Answers whose money pays. Throws what `MandateActsService.act` throws. */
  act(tx: EntityManager, order: Order): Promise<string> {
    if (order.door === 'counter') return Promise.resolve(order.paidById)
    return this.mandates.act(tx, {
      agentId: order.placedById,
      principalId: order.eaterId,
      scope: 'meals',
      amountFen: order.payFen,
      what: `订餐 ${order.pickupNumber}`,
      orderId: order.id,
      ...(order.payBy === 'wechat' ? { paidById: order.placedById } : {}),
    })
  }

  /** Uses the day's subsidy right of the eater for a new order. Has all of it run again when another order took the right meanwhile. */
  async useSubsidy(tx: EntityManager, order: Order): Promise<void> {
    // Priced again, it comes without the subsidy.
    if (!(await this.insertUse(tx, order))) throw new LostRaceError()
  }

  /** Gives back what an order held, but for portions of lines the canteen took back before. */
  async release(tx: EntityManager, order: Order, lines: OrderLine[]): Promise<void> {
    await this.passOn(tx, order)
    await this.stock.giveBack(
      tx,
      lines.filter((line) => line.refundedAt === null),
      order.forPool,
    )
    if (order.slotId !== null) await this.stock.givePlaceBack(tx, order.slotId)
  }

  /** Gives back place, right and cap: of an order none of whose dishes will be served. */
  async leave(tx: EntityManager, order: Order): Promise<void> {
    await this.passOn(tx, order)
    if (order.slotId !== null) await this.stock.givePlaceBack(tx, order.slotId)
  }

  /** Gives back right and cap: portions and place stay with whoever takes the meal over. */
  async passOn(tx: EntityManager, order: Order): Promise<void> {
    await tx.delete(SubsidyUse, { orderId: order.id })
    await this.mandates.undoOrder(tx, order.id)
  }

  /**
   * Takes again all that an expired order held. Throws `canteen.state_changed` once the meal is over, `canteen.sold_out`,
   * `canteen.slot_full`, `canteen.price_changed` (the day's right is used by now), `people.no_mandate`, `mandates.cap_reached`; the
   * caller's transaction then keeps none of it.
   */
  async retake(tx: EntityManager, order: Order, lines: OrderLine[]): Promise<void> {
    const sitting = await tx.findOneByOrFail(Sitting, { id: order.sittingId })
    if (this.clock.now() >= sitting.servingTo) throw new DomainError('canteen.state_changed', { status: 'over' })
    await this.stock.take(tx, lines, sitting, order.forPool)
    if (order.slotId !== null) await this.stock.takePlace(tx, order.sittingId, order.slotId)
    await this.act(tx, order)
    if (await this.insertUse(tx, order)) return
    const now = yuan(order.payFen + order.subsidyFen)
    throw new DomainError('canteen.price_changed', { was: yuan(order.payFen), now })
  }

  /** Gives a part of the subsidy back; the right itself comes back when nothing of it is used any more. */
  async shrinkSubsidy(tx: EntityManager, orderId: string, fen: number): Promise<void> {
    if (fen === 0) return
    const { affected } = await tx
      .createQueryBuilder()
      .update(SubsidyUse)
      .set({ amountFen: () => 'amount_fen - :fen' })
      .where('order_id = :orderId AND amount_fen > :fen')
      .setParameters({ orderId, fen })
      .execute()
    if (affected !== 1) await tx.delete(SubsidyUse, { orderId })
  }

  private async insertUse(tx: EntityManager, order: Order): Promise<boolean> {
    if (order.subsidyFen === 0) return true
    const { eaterId: personId, day, schemeVersion: scheme, id: orderId, subsidyFen: amountFen } = order
    try {
      const createdAt = this.clock.now()
      await tx.insert(SubsidyUse, { id: newId(), personId, day, scheme, orderId, amountFen, createdAt })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }
}
