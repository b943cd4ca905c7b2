/*
 * What must never happen: a meal given up for one that cannot be had, two meals where there is to be one, or the money of both taken. The
 * old order is ended and the new one placed in one transaction, so each is there only without the other, whatever refuses or crashes.
 */
import { Injectable } from '@nestjs/common'
import type { PlaceOrderRequest } from '@wanli/contracts/canteen'
import type { EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import type { OnceRequest } from '../common/idempotency.js'
import { LostRaceError } from '../database/constraint-errors.js'
import { lockRows } from '../database/rows.js'

import { Offer } from './offer.entity.js'
import { OrderEndingsService } from './order-endings.service.js'
import { Order } from './order.entity.js'
import { MEAL_NAMES } from './order.rules.js'
import { decide } from './placing-decision.js'
import { PlacingTablesService } from './placing-tables.service.js'
import { PlacingWritesService } from './placing-writes.service.js'
import type { Sitting } from './sitting.entity.js'

/** What is ordered in place of a meal, and by whom. Paid from the wallet, as what it replaces was. */
export type SwapRequest = Omit<PlaceOrderRequest, 'payBy'> & { payBy: 'wallet' }

/** A swap: who orders, under which key, and what. */
export interface Swap {
  caller: Caller
  once: OnceRequest
  /** Chosen when the portions of the old meal are free again; `lines` is what is asked for. Throws when there is nothing to ask for. */
  bodyOf: (tx: EntityManager) => Promise<SwapRequest>
  /** For whom the meal is, when it is not the caller; to where it goes. */
  ask: Pick<PlaceOrderRequest, 'forPersonId' | 'addressId' | 'mode'>
}

/** Puts one meal in the place of another of the same sitting. */
@Injectable()
export class OrderSwapsService {
  constructor(
    private readonly tables: PlacingTablesService,
    private readonly writes: PlacingWritesService,
    private readonly endings: OrderEndingsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes an order that may be cancelled back, and orders something else for it with its portions, its subsidy right and its money. Answers
   * the id of the new order; its people are told in one. Throws what `bodyOf` and {@link decide} throw: the caller's
   * transaction then keeps nothing, and the old order stands.
   */
  async swap(tx: EntityManager, order: Order, sitting: Sitting, { caller, once, bodyOf, ask }: Swap): Promise<string> {
    await lockRows(tx, Order, [order.id])
    await this.lockWhatItTakes(tx, caller, sitting, ask)
    const memo = `退${MEAL_NAMES[sitting.meal]} ${order.pickupNumber}`
    if ((await this.endings.end(tx, order, { to: 'cancelled_by_eater', memo })) === undefined) throw new LostRaceError()
    const body = await bodyOf(tx)
    const asked = { callerId: caller.personId, door: 'app' as const, body, insteadOf: order.pickupNumber }
    const table = await this.tables.lay(tx, [asked])
    const made = decide(table, asked, this.clock.now())
    const keys = [{ request: once, outcome: { made: made.order.id } }]
    await this.writes.write(tx, table, { orders: [made], keys, isLast: false })
    return made.order.id
  }

  /** Locks in the one order of `docs/architecture.md` what giving back and ordering will move: which dishes is known only in between. */
  private async lockWhatItTakes(
    tx: EntityManager,
    { personId: callerId }: Caller,
    { id: sittingId }: Sitting,
    ask: Swap['ask'],
  ): Promise<void> {
    const offers = await tx.find(Offer, { select: { id: true }, where: { sittingId } })
    const lines = offers.map(({ id: offerId }) => ({ offerId, quantity: 1 }))
    const body: SwapRequest = { sittingId, lines, payBy: 'wallet', ...ask }
    await this.tables.hold(tx, [{ callerId, door: 'app', body, insteadOf: null }])
  }
}
