/*
 * What must never happen: a meal delivered without a person who took it, or twice. A hand-over names how and to whom, and moves the
 * order by one UPDATE that compares the state it leaves; `ck_delivery_stop_handed` and `ck_delivery_stop_receiver` say the rest.
 */
import { Injectable } from '@nestjs/common'
import type {
  AttemptRequest,
  CloseCheckRequest,
  HandOverRequest,
  RevealPhoneRequest,
  StopView,
} from '@wanli/contracts/delivery'
import { clockText } from '@wanli/kernel/shanghai-time'
import { IsNull, type EntityManager } from 'typeorm'

import { OrderProgressService, type Step } from '../canteen/order-progress.service.js'
import { Order } from '../canteen/order.entity.js'
import { MEAL_NAMES } from '../canteen/order.rules.js'
import type { Sitting } from '../canteen/sitting.entity.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { asLostRace, LostRaceError } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'
import { PeopleService } from '../people/people.service.js'
import { AuditService } from '../privacy/audit.service.js'

import { Attempt } from './attempt.entity.js'
import { DeliveryNoticesService } from './delivery-notices.service.js'
import { receiverOf } from './hand-over.rules.js'
import { LadderPlacesService } from './ladder-places.service.js'
import { mayStep, movesOf, nthOf } from './ladder.rules.js'
import { RunSheetsQueries } from './run-sheets.queries.js'
import { isOnTheWay, receivedText, toStopView } from './run.view.js'
import { RunsService } from './runs.service.js'
import { ladderPeople, type Callable, type SheetStop } from './sheet.rules.js'
import { Stop } from './stop.entity.js'
import { plannedAt } from './way.rules.js'

interface OpenStop {
  one: SheetStop & { stop: Stop }
  sitting: Sitting
  runNumber: number
  expectedAt: Date
}

/** What a courier does at a door. */
@Injectable()
export class StopsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly runs: RunsService,
    private readonly sheets: RunSheetsQueries,
    private readonly places: LadderPlacesService,
    private readonly progress: OrderProgressService,
    private readonly notices: DeliveryNoticesService,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Hands a meal over to the eater or to somebody with a name. Throws `delivery.stop_not_found` (404), `delivery.not_your_run` (403),
   * `delivery.already_delivered`, `delivery.not_out` (409), `delivery.receiver_unknown`, `delivery.receiver_missing` (422).
   */
  handOver(caller: Caller, once: OnceRequest, orderId: string, body: HandOverRequest): Promise<StopView> {
    return this.idempotency.once(once, async (tx) => {
      const open = await this.find(tx, caller, orderId)
      const { one, sitting } = open
      this.assertOut(one)
      const { how, receiver, reason } = receiverOf(body, one.address.receivers)
      await this.move(tx, one, { from: one.order.status, to: 'delivered' })
      const handed = { how, receiver, reason, handedAt: this.clock.now(), handedById: caller.personId }
      await tx.update(Stop, { orderId, handedAt: IsNull() }, handed)
      await this.notices.delivered(tx, one.order, sitting, handed)
      return this.view(tx, open)
    })
  }

  /**
   * Records a step that was done because nobody answers; one that was done before changes nothing, but that the committee is called again
   * until somebody picks up. Throws `delivery.stop_not_found`
   * (404), `delivery.not_your_run` (403), `delivery.already_delivered`, `delivery.not_out`, `delivery.wait_first`,
   * `delivery.step_not_next` (409).
   */
  attempt(caller: Caller, once: OnceRequest, orderId: string, body: AttemptRequest): Promise<StopView> {
    return this.idempotency.once(once, async (tx) => {
      const open = await this.find(tx, caller, orderId)
      const { one } = open
      this.assertOut(one)
      const { step, outcome } = body
      const done = await tx.findBy(Attempt, { orderId })
      const nth = nthOf(body, done)
      const callable = await this.callable(tx, one)
      if (!mayStep(ladderPeople(callable), done, { step, nth }, this.clock.now())) return this.view(tx, open)
      await this.places.fix(tx, orderId, callable.contacts)
      await this.write(tx, caller, orderId, { step, nth, outcome, words: (body.words ?? '').trim() })
      const moves = movesOf(one.order.status, { step, outcome })
      for (const move of moves) await this.move(tx, one, move)
      if (moves.some(({ to }) => to === 'undelivered')) await this.notices.noAnswer(tx, one.order)
      return this.view(tx, open)
    })
  }

  /** Ends a welfare check with what was found out. Throws as {@link attempt}, and `delivery.check_not_begun` (409). */
  close(caller: Caller, once: OnceRequest, orderId: string, body: CloseCheckRequest): Promise<StopView> {
    return this.idempotency.once(once, async (tx) => {
      const open = await this.find(tx, caller, orderId)
      const { one } = open
      this.assertOut(one)
      if (one.order.status !== 'welfare_check') throw new DomainError('delivery.check_not_begun')
      await this.move(tx, one, { from: 'welfare_check', to: 'closed' })
      const { outcome, words } = body
      const closed = { outcome, words, closedAt: this.clock.now(), closedById: caller.personId }
      await tx.update(Stop, { orderId, closedAt: IsNull() }, closed)
      await this.notices.checked(tx, one.order, outcome, words)
      return this.view(tx, open)
    })
  }

  /**
   * Shows one number in full, to be called now; the eater can read that it was looked at. Throws `delivery.stop_not_found`,
   * `delivery.no_phone` (404), `delivery.not_your_run` (403), `delivery.not_out` (409).
   */
  reveal(caller: Caller, orderId: string, { who, contact = 0 }: RevealPhoneRequest): Promise<string> {
    return this.transactions.run(async (tx) => {
      const { one, sitting, runNumber } = await this.find(tx, caller, orderId)
      this.assertOut(one)
      const { phone, contacts, committee } = await this.callable(tx, one)
      if (who === 'committee') return committee.phone
      const called = who === 'self' ? null : (contacts.find(({ nth }) => nth === contact)?.who ?? null)
      const number = who === 'self' ? phone : (called?.phone ?? null)
      if (number === null) throw new DomainError('delivery.no_phone')
      // What comes of this call is written down for whose number is shown.
      if (who === 'contact') await this.places.fix(tx, orderId, contacts)
      const viewer = await this.people.labelOf(caller.personId, tx)
      const reason = `${runNumber} 线送${MEAL_NAMES[sitting.meal]}，没人应门`
      const what = who === 'self' ? '手机号' : '紧急联系人电话'
      await this.audit.saw(tx, { personId: one.order.eaterId, viewer, what, reason })
      // Whose own number it is reads of it as well.
      if (called?.personId) await this.audit.saw(tx, { personId: called.personId, viewer, what: '手机号', reason })
      return number
    })
  }

  private async find(tx: EntityManager, caller: Caller, orderId: string): Promise<OpenStop> {
    const stop = await tx.findOneBy(Stop, { orderId })
    if (stop === null) throw new DomainError('delivery.stop_not_found')
    const { run, sitting } = await this.runs.ownRun(tx, caller, stop.runId)
    const sheet = (await this.sheets.sheets(tx, [run])).get(run.id) ?? []
    const at = sheet.findIndex(({ order }) => order.id === orderId)
    const one = sheet[at]
    // The canteen took it back while it was on the way.
    if (one === undefined) throw new DomainError('delivery.not_out')
    const planned = plannedAt(
      sheet.map(({ address }) => address),
      sitting.servingFrom,
    )
    const expectedAt = defined(planned[at], 'when a door is expected to be reached')
    return { one: { ...one, stop }, sitting, runNumber: run.number, expectedAt }
  }

  private async callable(tx: EntityManager, one: SheetStop): Promise<Callable> {
    return defined((await this.sheets.callable(tx, [one])).get(one.order.id), 'whom a ladder calls')
  }

  private assertOut({ order, stop }: OpenStop['one']): void {
    if (stop.handedAt !== null) {
      const to = receivedText(stop) ?? ''
      throw new DomainError('delivery.already_delivered', { at: clockText(stop.handedAt), to })
    }
    // The stop was read before a hand-over and the order after it: both are looked at anew.
    if (order.status === 'delivered') throw new LostRaceError()
    if (!isOnTheWay(order)) throw new DomainError('delivery.not_out')
  }

  /** Moves the order; when somebody moved it since it was read, everything is looked at anew. */
  private async move(tx: EntityManager, { order }: SheetStop, step: Step): Promise<void> {
    if (!(await this.progress.move(tx, order, step))) throw new LostRaceError()
  }

  private async write(
    tx: EntityManager,
    caller: Caller,
    orderId: string,
    step: Pick<Attempt, 'step' | 'nth' | 'outcome' | 'words'>,
  ): Promise<void> {
    const row = { id: newId(), orderId, ...step, at: this.clock.now(), byId: caller.personId }
    // The other of two taps was a moment quicker: its row counts.
    await tx.insert(Attempt, row).catch(asLostRace)
  }

  /** The stop as it stands now. Whether the caller may see it was asked before: an earlier day's run closes with its last door. */
  private async view(tx: EntityManager, { one, sitting, expectedAt }: OpenStop): Promise<StopView> {
    const order = await tx.findOneByOrFail(Order, { id: one.order.id })
    const stop = await tx.findOneByOrFail(Stop, { orderId: order.id })
    const fresh = { ...one, order, stop }
    const facts = await this.sheets.facts(tx, [fresh])
    return toStopView(fresh, { facts, sitting, expectedAt }, this.clock.now())
  }
}
