/*
 * What must never happen: a portion, a place in a slot, or a pick-up number given out twice. Each is taken by one conditional
 * UPDATE that must affect one row; `ck_canteen_offer_sold`, `ck_canteen_slot_taken` and `uq_canteen_order_sitting_pickup_number`
 * stand behind it. Rows are locked in one order everywhere: offers by id, slot, sitting.
 */
import { Injectable } from '@nestjs/common'
import type { Portion } from '@wanli/contracts/canteen'
import { clockText } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'

import { Offer } from './offer.entity.js'
import { pickupNumber } from './order.rules.js'
import { Sitting } from './sitting.entity.js'
import { Slot } from './slot.entity.js'

/** Portions of one offer that an order takes or gives back. */
export interface StockLine {
  offerId: string
  dishName: string
  portion: Portion
  quantity: number
}

/** Takes and gives back what is scarce in a sitting. */
@Injectable()
export class StockService {
  constructor(private readonly clock: Clock) {}

  /** Takes the portions of all lines or throws `canteen.sold_out` (409) with what is left. */
  async take(tx: EntityManager, lines: StockLine[]): Promise<void> {
    for (const { offerId, dishName, halves } of inLockOrder(lines)) {
      const { affected } = await tx
        .createQueryBuilder()
        .update(Offer)
        .set({ soldHalves: () => 'sold_halves + :halves' })
        .where('id = :offerId AND sold_halves + :halves <= capacity_halves', { offerId, halves })
        .execute()
      if (affected !== 1) throw await this.soldOut(tx, offerId, dishName)
    }
  }

  /** Gives the portions of all lines back. */
  async giveBack(tx: EntityManager, lines: StockLine[]): Promise<void> {
    for (const { offerId, halves } of inLockOrder(lines)) {
      await tx
        .createQueryBuilder()
        .update(Offer)
        .set({ soldHalves: () => 'sold_halves - :halves' })
        .where('id = :offerId', { offerId, halves })
        .execute()
    }
  }

  /** Takes a place in a slot. Throws `canteen.slot_not_found` (422) or `canteen.slot_full` (409). */
  async takePlace(tx: EntityManager, sittingId: string, slotId: string): Promise<void> {
    const slot = await tx.findOneBy(Slot, { id: slotId, sittingId })
    if (slot === null) throw new DomainError('canteen.slot_not_found')
    const name = `${clockText(slot.fromAt)}–${clockText(slot.toAt)}`
    if (slot.toAt <= this.clock.now()) throw new DomainError('canteen.slot_full', { slot: name })
    const { affected } = await tx
      .createQueryBuilder()
      .update(Slot)
      .set({ taken: () => 'taken + 1' })
      .where('id = :slotId AND taken < capacity', { slotId })
      .execute()
    if (affected !== 1) throw new DomainError('canteen.slot_full', { slot: name })
  }

  /** Gives a place in a slot back. */
  async givePlaceBack(tx: EntityManager, slotId: string): Promise<void> {
    await tx
      .createQueryBuilder()
      .update(Slot)
      .set({ taken: () => 'taken - 1' })
      .where('id = :slotId', { slotId })
      .execute()
  }

  /** The next pick-up number of a sitting. The row stays locked until the transaction ends, so nobody else gets it. */
  async nextPickupNumber(tx: EntityManager, sittingId: string): Promise<string> {
    await tx
      .createQueryBuilder()
      .update(Sitting)
      .set({ lastPickup: () => 'last_pickup + 1' })
      .where('id = :sittingId', { sittingId })
      .execute()
    const { lastPickup } = await tx.findOneByOrFail(Sitting, { id: sittingId })
    return pickupNumber(lastPickup)
  }

  private async soldOut(tx: EntityManager, offerId: string, dishName: string): Promise<DomainError> {
    const row = await tx.findOneByOrFail(Offer, { id: offerId })
    const left = Math.max(0, Math.floor((row.capacityHalves - row.soldHalves) / 2))
    return new DomainError('canteen.sold_out', { dishName, left })
  }
}

function inLockOrder(lines: StockLine[]): { offerId: string; dishName: string; halves: number }[] {
  const byOffer = new Map<string, { offerId: string; dishName: string; halves: number }>()
  for (const { offerId, dishName, portion, quantity } of lines) {
    const sum = byOffer.get(offerId) ?? { offerId, dishName, halves: 0 }
    sum.halves += portion === 'whole' ? 2 * quantity : quantity
    byOffer.set(offerId, sum)
  }
  return [...byOffer.values()].sort((a, b) => (a.offerId < b.offerId ? -1 : 1))
}
