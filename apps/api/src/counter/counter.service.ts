/*
 * What must never happen: a meal sold at the counter that is neither paid nor waiting to be, or cash booked twice. The order is placed
 * by the one path of all orders; cash is taken by one conditional UPDATE of a waiting order, in the transaction of its posting.
 */
import { Injectable } from '@nestjs/common'
import type { CounterOrderRequest, CounterPerson, SlipView } from '@wanli/contracts/counter'
import type { PickupView } from '@wanli/contracts/pickups'
import { DataSource, type EntityManager } from 'typeorm'

import { Order } from '../canteen/order.entity.js'
import { OrderPaymentsService } from '../canteen/order-payments.service.js'
import { OrdersQueries } from '../canteen/orders.queries.js'
import { PickupsQueries } from '../canteen/pickups.queries.js'
import { PlacingService } from '../canteen/placing.service.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { ownCanteens } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { DomainError, isDomainError } from '../common/domain-error.js'
import { fingerprintOf, Idempotency, type OnceRequest } from '../common/idempotency.js'
import { FindingService } from '../people/finding.service.js'
import { LedgerService } from '../wallet/ledger.service.js'

import { BalanceSightsService } from './balance-sights.service.js'
import { toCounterPerson, toSlipView } from './counter.view.js'
import { GuestsService } from './guests.service.js'

/** Selling, and taking money, at a canteen's counter. */
@Injectable()
export class CounterService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly finding: FindingService,
    private readonly sights: BalanceSightsService,
    private readonly guests: GuestsService,
    private readonly placing: PlacingService,
    private readonly payments: OrderPaymentsService,
    private readonly orders: OrdersQueries,
    private readonly pickups: PickupsQueries,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Neighbours by card, phone, or surname and last four digits; each can read who saw what their wallet holds. Throws
   * `desk.search_too_wide` (422), `desk.card_lost` (409).
   */
  async people({ personId }: Caller, q: string): Promise<CounterPerson[]> {
    const found = await this.finding.find(q)
    const { manager } = this.dataSource
    await this.sights.record(
      personId,
      found.map(({ id }) => id),
    )
    return Promise.all(found.map(async (one) => toCounterPerson(one, await this.ledger.balanceOf(manager, one.id))))
  }

  /** Meals that wait for people who come without a phone. Throws what {@link people} throws, `counter.nothing_waits` (404). */
  async pickupsOf(caller: Caller, q: string): Promise<PickupView[]> {
    const found = await this.finding.find(q)
    const waiting = await this.pickups.waitingFor(
      caller,
      found.map(({ id }) => id),
    )
    if (waiting.length === 0) throw new DomainError('counter.nothing_waits')
    return waiting
  }

  /**
   * Sells a meal to somebody who stands here, as long as it is served. Cash is taken at once: were the connection lost in between, the
   * order waits for its money as any other does, and the same sale sent again finishes it. Throws what `PlacingService.placeAtCounter`
   * throws, and `counter.sitting_over` (409).
   */
  async sell(caller: Caller, once: OnceRequest, request: CounterOrderRequest): Promise<SlipView> {
    const { canteenId } = await this.sittingOf(caller, request.sittingId)
    const { payBy, forPersonId, ...rest } = request
    const forWhom = forPersonId ?? (await this.guests.of(canteenId))
    const by = payBy === 'cash' ? ('counter' as const) : ('wallet' as const)
    const order = await this.placing
      .placeAtCounter(caller, once, { ...rest, forPersonId: forWhom, payBy: by })
      .catch(asOver)
    // As who eats it reads it: to whoever sold it, which a repeat is answered for, its code is not shown.
    if (order.status !== 'placed' && order.status !== 'expired') return this.slip(caller, order.id)
    return this.takeCash(caller, { ...once, key: cashKeyOf(once) }, order.id)
  }

  /** Takes the cash of an order that waits for it. Throws `counter.not_waiting` (409) and what taking it again throws. */
  takeCash(caller: Caller, once: OnceRequest, orderId: string): Promise<SlipView> {
    return this.idempotency.once(once, async (tx) => {
      const order = await this.payments.takeCash(tx, caller, orderId)
      if (order === undefined) throw new DomainError('counter.not_waiting')
      return this.slipOf(order, tx)
    })
  }

  /** The slip of an order of the caller's canteen, to be printed again. Throws `canteen.order_not_found` (404). */
  async slip(caller: Caller, orderId: string): Promise<SlipView> {
    const { manager } = this.dataSource
    const order = await manager.findOneBy(Order, { id: orderId, ...ownCanteens(caller) })
    if (order === null) throw new DomainError('canteen.order_not_found')
    return this.slipOf(order, manager)
  }

  private async slipOf(order: Order, from: EntityManager): Promise<SlipView> {
    return toSlipView(await this.orders.detail(order.eaterId, order.id, from))
  }

  private async sittingOf(caller: Caller, id: string): Promise<Sitting> {
    const sitting = await this.dataSource.manager.findOneBy(Sitting, { id, ...ownCanteens(caller) })
    if (sitting === null) throw new DomainError('canteen.sitting_not_found')
    return sitting
  }
}

/** At the counter a meal is sold until it is over: what a sale that is sent again is answered is known only to whoever keeps its key. */
function asOver(error: unknown): never {
  if (isDomainError(error) && error.code === 'canteen.cut_off_passed') throw new DomainError('counter.sitting_over')
  throw error
}

/** The key of the second half of a sale: of every key its own, however long it is, and with its blank none that a request may carry. */
const cashKeyOf = ({ key }: OnceRequest): string => `${fingerprintOf('cash', key)} cash`
