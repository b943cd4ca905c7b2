/*
 * What must never happen: an order that took some of its portions, or was paid and not kept; two orders on one portion. A batch of one
 * or more orders is decided and written in one transaction on locked rows, each order all or nothing; the checks of the tables refuse
 * what would be wrong all the same. See docs/decisions/0013-group-commit.md.
 */
import { setImmediate } from 'node:timers/promises'

import { Injectable } from '@nestjs/common'
import type { OrderView, PlaceOrderRequest } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'
import type { EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { isDomainError } from '../common/domain-error.js'
import { AdaptiveBatch, type Outcome } from '../common/adaptive-batch.js'
import { Idempotency, type KeptOutcome, type OnceRequest, type Remembered } from '../common/idempotency.js'
import { Transactions } from '../database/transactions.js'
import { PaymentsService } from '../wallet/payments.service.js'

import { OrderExpiryService } from './order-expiry.service.js'
import type { Order } from './order.entity.js'
import { OrdersQueries } from './orders.queries.js'
import { toOrderView } from './order.view.js'
import { decide } from './placing-decision.js'
import { PlacingTablesService, type Ask, type LaidTable } from './placing-tables.service.js'
import { PlacingWritesService, type NewOrder } from './placing-writes.service.js'

/** More in one batch would make the first wait for the last; more in the queue would wait longer than a phone does. */
const LIMITS = { batch: 250, queue: 5_000 }

/** So many orders of a batch are decided before they are sent to be written, while the next are decided. */
const PART = 64

interface Request extends Ask {
  once: OnceRequest
}

/** What became of one request: an order with its rows, or why not. */
type Decision = { made: NewOrder } | { error: unknown }

/** How a batch is looked at: whether keys are looked up first, and whether what nobody paid in time may be given up first. */
interface Round {
  lookUpKeys: boolean
  mayExpire: boolean
}

/** Taking orders: one by one in the morning, by hundreds at noon, on one path. */
@Injectable()
export class PlacingService {
  private readonly group = new AdaptiveBatch<Request, OrderView>((requests) => this.decideAll(requests), LIMITS)

  constructor(
    private readonly idempotency: Idempotency,
    private readonly transactions: Transactions,
    private readonly tables: PlacingTablesService,
    private readonly writes: PlacingWritesService,
    private readonly expiry: OrderExpiryService,
    private readonly orders: OrdersQueries,
    private readonly payments: PaymentsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Orders a meal: portions, a place in the slot, a pick-up number, the subsidy and, from the wallet, the money, or none of them. One
   * to be paid at WeChat holds all but the money for ten minutes. Throws what `placeOne` throws, `people.no_mandate` (403),
   * `mandates.cap_reached`, `wallet.wechat_off`, `wallet.wechat_needed` (409) and `request.busy` (503).
   */
  place({ personId: callerId }: Caller, once: OnceRequest, body: PlaceOrderRequest): Promise<OrderView> {
    const request = { callerId, door: 'app' as const, once, body, insteadOf: null }
    return this.idempotency.alone(once, () => this.group.submit(request))
  }

  /**
   * Orders a meal at the counter for somebody who stands there: no mandate, no slot, while the meal is served. `forPersonId` eats and
   * pays, from the wallet or, with `payBy: counter`, in cash. Throws what {@link place} throws but for mandates and slots, and
   * `people.not_found` (404).
   */
  placeAtCounter(
    staff: Caller,
    once: OnceRequest,
    body: PlaceOrderRequest & { forPersonId: string },
  ): Promise<OrderView> {
    return this.idempotency.alone(once, () =>
      this.group.submit({ callerId: staff.personId, door: 'counter', once, body, insteadOf: null }),
    )
  }

  private async decideAll(requests: Request[]): Promise<Outcome<OrderView>[]> {
    // Nearly all keys are new: they are looked up when this process knows one of them, or when writing them found one taken.
    let lookUpKeys = this.idempotency.someKnown(requests.map(({ once }) => once))
    const run = (mayExpire: boolean): Promise<Outcome<OrderView>[] | undefined> =>
      this.transactions.run(async (tx) => {
        const round = { lookUpKeys, mayExpire }
        lookUpKeys = true
        return this.decideBatch(tx, requests, round)
      })
    const outcomes = await run(true)
    if (outcomes !== undefined) return outcomes
    // What others did not pay in time is free, whether or not somebody has written it down yet.
    await this.expiry.expireDue()
    return defined(await run(false), 'the outcomes of a batch')
  }

  /** Decides a batch; undefined, and nothing written, when the time to pay has ended for an order that still holds what it asked for. */
  private async decideBatch(
    tx: EntityManager,
    requests: Request[],
    { lookUpKeys, mayExpire }: Round,
  ): Promise<Outcome<OrderView>[] | undefined> {
    const keys = lookUpKeys ? requests.map(({ once }) => once) : []
    const [isDue, before, table] = await Promise.all([
      this.expiry.isDue(tx),
      this.idempotency.answered(tx, keys),
      this.tables.lay(tx, requests),
    ])
    if (isDue && mayExpire) return undefined
    const fresh = requests.filter((_, n) => before[n] === undefined)
    const repeated = await this.remembered(tx, requests, before)
    const decided = await this.decideParts(tx, table, fresh)
    return requests.map((request) => repeated.get(request) ?? defined(decided.get(request), 'the outcome of a request'))
  }

  /** Decides requests part by part: while the database writes one part, its answers are made and the next part is decided. */
  private async decideParts(
    tx: EntityManager,
    table: LaidTable,
    requests: readonly Request[],
  ): Promise<Map<Request, Outcome<OrderView>>> {
    const now = this.clock.now()
    const decisions = await this.decide(tx, table, requests.slice(0, PART), now)
    const orders = [...decisions.values()].flatMap((one) => ('made' in one ? [one.made] : []))
    const later = requests.slice(PART)
    const [, outcomes] = await Promise.all([
      this.writes.write(tx, table, { orders, keys: keysOf(decisions), isLast: later.length === 0 }),
      this.answerAndGoOn(tx, table, decisions, later, now),
    ])
    return outcomes
  }

  private async answerAndGoOn(
    tx: EntityManager,
    table: LaidTable,
    decisions: ReadonlyMap<Request, Decision>,
    later: readonly Request[],
    now: Date,
  ): Promise<Map<Request, Outcome<OrderView>>> {
    // What was issued goes out before the next is thought about.
    await setImmediate()
    const outcomes = new Map<Request, Outcome<OrderView>>()
    for (const [request, one] of decisions)
      outcomes.set(request, 'made' in one ? { answer: viewOf(table, one.made, request.callerId, now) } : one)
    if (later.length === 0) return outcomes
    return new Map([...outcomes, ...(await this.decideParts(tx, table, later))])
  }

  /** What repeats are answered: the refusal they got, or their order as it is now. */
  private async remembered(
    tx: EntityManager,
    requests: Request[],
    before: (Remembered | undefined)[],
  ): Promise<Map<Request, Outcome<OrderView>>> {
    const outcomes = new Map<Request, Outcome<OrderView>>()
    const wanted = new Map<Request, { id: string; viewerId: string }>()
    for (const [n, request] of requests.entries()) {
      const known = before[n]
      if (known === undefined) continue
      if ('error' in known) outcomes.set(request, known)
      else wanted.set(request, { id: known.made, viewerId: request.callerId })
    }
    const views = await this.orders.views(tx, [...wanted.values()])
    for (const [request, { id }] of wanted)
      outcomes.set(request, { answer: defined(views.get(id), 'the order of a key') })
    return outcomes
  }

  /** Decides each on the rows as the ones before it left them. */
  private async decide(
    tx: EntityManager,
    table: LaidTable,
    requests: readonly Request[],
    now: Date,
  ): Promise<Map<Request, Decision>> {
    const decisions = new Map<Request, Decision>()
    for (const request of requests) {
      try {
        if (request.body.payBy === 'wechat') await this.payments.assertCanPay(tx, request.callerId)
        decisions.set(request, { made: decide(table, request, now) })
      } catch (error) {
        if (!isDomainError(error)) throw error
        decisions.set(request, { error })
      }
    }
    return decisions
  }
}

/** What the keys of requests remember: the order, or why there is none. */
function keysOf(decisions: ReadonlyMap<Request, Decision>): KeptOutcome[] {
  return [...decisions].map(([{ once }, one]) => ({
    request: once,
    outcome: 'made' in one ? { made: one.made.order.id } : one,
  }))
}

function viewOf(table: LaidTable, { order, lines }: NewOrder, viewerId: string, now: Date): OrderView {
  const people = new Map<string, PersonBrief>()
  for (const id of [order.eaterId, order.placedById, order.paidById]) {
    const brief = table.people.get(id)?.brief
    if (brief !== undefined) people.set(id, brief)
  }
  const sitting = defined(table.sittings.get(order.sittingId), 'the sitting of an order')
  const canteen = defined(table.canteens.get(order.canteenId), 'the canteen of an order')
  const slot = table.slots.get(order.slotId ?? '') ?? null
  const parts = { order, lines, canteen, sitting, slot, people, address: addressOf(table, order) }
  return toOrderView(parts, { id: viewerId, hold: 'whole' }, now)
}

const addressOf = (table: LaidTable, order: Order): string | null =>
  table.doorsteps.get(order.addressId ?? '')?.text ?? null
