/*
 * What must never happen: a portion or a place in a slot given out twice. Each is taken by one conditional UPDATE that must affect
 * one row (a batch of orders: on locked rows, see `placing.service.ts`); `ck_canteen_offer_sold`, `ck_canteen_offer_sold_kept` and
 * `ck_canteen_slot_taken` stand behind it. Rows are locked in one order everywhere: offers by id, slot, sitting.
 */
import { Injectable } from '@nestjs/common'
import type { Portion } from '@wanli/contracts/canteen'
import { clockText } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'

import { halvesOf } from './basket.rules.js'
import { Offer } from './offer.entity.js'
import { keptAt, leftFor, stepsOf } from './pool.rules.js'
import type { Sitting } from './sitting.entity.js'
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

  /**
   * Takes the portions of all lines or throws `canteen.sold_out` (409) with what is left. `forPool` takes from what is put aside for
   * elders and deliveries too.
   */
  async take(tx: EntityManager, lines: StockLine[], sitting: Sitting, forPool: boolean): Promise<void> {
    const steps = stepsOf(sitting)
    const offers = new Map((await tx.findBy(Offer, { sittingId: sitting.id })).map((offer) => [offer.id, offer]))
    for (const { offerId, dishName, halves } of inLockOrder(lines)) {
      const kept = keptAt(offers.get(offerId)?.keptHalves ?? 0, steps, this.clock.now())
      const aside = forPool ? '0' : 'CASE WHEN :kept > sold_kept_halves THEN :kept - sold_kept_halves ELSE 0 END'
      const { affected } = await tx
        .createQueryBuilder()
        .update(Offer)
        .set(moves('+', forPool))
        // What was taken off the menu has as much capacity as was sold of it then: somebody may have given theirs back since.
        .where(`id = :offerId AND withdrawn_at IS NULL AND sold_halves + :halves + ${aside} <= capacity_halves`)
        .setParameters({ offerId, halves, kept })
        .execute()
      if (affected !== 1) throw await this.soldOut(tx, offerId, dishName, forPool ? 0 : kept)
    }
  }

  /** Gives the portions of all lines back to where they came from. */
  async giveBack(tx: EntityManager, lines: StockLine[], forPool: boolean): Promise<void> {
    for (const { offerId, halves } of inLockOrder(lines)) {
      await tx
        .createQueryBuilder()
        .update(Offer)
        // What was sold from the pool first: `sold_kept_halves` is never above `sold_halves`.
        .set(moves('-', forPool))
        .where('id = :offerId', { offerId })
        .setParameter('halves', halves)
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

  private async soldOut(tx: EntityManager, offerId: string, dishName: string, kept: number): Promise<DomainError> {
    const row = await tx.findOneByOrFail(Offer, { id: offerId })
    const left = row.withdrawnAt === null ? leftFor(row, kept === 0, kept) : 0
    return new DomainError('canteen.sold_out', { dishName, left: Math.floor(left / 2) })
  }
}

/** How an offer's counters move by `:halves`. */
function moves(sign: '+' | '-', forPool: boolean): Partial<Record<'soldHalves' | 'soldKeptHalves', () => string>> {
  const soldHalves = (): string => `sold_halves ${sign} :halves`
  return forPool ? { soldKeptHalves: () => `sold_kept_halves ${sign} :halves`, soldHalves } : { soldHalves }
}

function inLockOrder(lines: StockLine[]): { offerId: string; dishName: string; halves: number }[] {
  return [...halvesOf(lines)]
    .map(([offerId, halves]) => {
      const dishName = lines.find((line) => line.offerId === offerId)?.dishName ?? ''
      return { offerId, dishName, halves }
    })
    .sort((a, b) => (a.offerId < b.offerId ? -1 : 1))
}
