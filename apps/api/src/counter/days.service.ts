/*
 * What must never happen: a day closed twice, or with a count of another moment than its books. The close is inserted in the
 * transaction that read the drawer and books the difference; `uq_counter_day_close_canteen_day` refuses the second.
 */
import { Injectable } from '@nestjs/common'
import type { CloseDayRequest, DayCloseView } from '@wanli/contracts/counter'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, clockText } from '@wanli/kernel/shanghai-time'
import type { EntityManager } from 'typeorm'

import { OrderProgressService } from '../canteen/order-progress.service.js'
import { whenText } from '../canteen/order.rules.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { InvalidRequestError } from '../common/invalid-request.js'
import { newId } from '../common/new-id.js'
import { asLostRace } from '../database/constraint-errors.js'
import { DrawersService } from '../wallet/drawers.service.js'
import { LedgerService } from '../wallet/ledger.service.js'

import { DayClose } from './day-close.entity.js'
import { countedFen } from './day.rules.js'
import { DaysQueries } from './days.queries.js'

/** Closing a day of a canteen with a cash count. */
@Injectable()
export class DaysService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly days: DaysQueries,
    private readonly progress: OrderProgressService,
    private readonly drawers: DrawersService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /**
   * Closes a day, today or one that was forgotten: writes down what is counted now, books the difference, and marks meals that nobody
   * fetched, those of forgotten days before it too. Throws, and closes nothing:
   * `counter.still_serving`, `counter.day_closed`, `counter.drawer_changed` (409) when cash moved since the count began, and
   * `counter.note_needed` (422) for a difference that nobody explains, InvalidRequestError (422) for a day to come.
   */
  close(caller: Caller, canteenId: string, once: OnceRequest, request: CloseDayRequest): Promise<DayCloseView> {
    return this.idempotency.once(once, (tx) => this.closeOnce(tx, caller, canteenId, request))
  }

  private async closeOnce(
    tx: EntityManager,
    caller: Caller,
    canteenId: string,
    { day, count, note, expectedFen }: CloseDayRequest,
  ): Promise<DayCloseView> {
    await this.assertMayClose(tx, canteenId, day)
    // Locked, so that no cash moves between the look and the booking.
    await this.ledger.open(tx, [{ kind: 'cash_drawer', ownerId: canteenId }])
    const figures = await this.days.figures(tx, canteenId, day)
    if (figures.expectedFen !== expectedFen)
      throw new DomainError('counter.drawer_changed', { expected: yuan(figures.expectedFen) })
    const counted = countedFen(count)
    const differenceFen = counted - expectedFen
    if (differenceFen !== 0 && note.trim() === '')
      throw new DomainError('counter.note_needed', { difference: differenceText(differenceFen) })
    const close: DayClose = {
      id: newId(),
      canteenId,
      day,
      figures,
      cashCount: count,
      expectedFen,
      countedFen: counted,
      differenceFen,
      note: note.trim(),
      closedById: caller.personId,
      createdAt: this.clock.now(),
    }
    await tx.insert(DayClose, close).catch(asLostRace)
    await this.drawers.bookDifference(tx, canteenId, differenceFen, close.id)
    await this.progress.leaveUncollected(tx, await this.days.sittingsOver(tx, canteenId, day))
    return this.days.view(close, tx)
  }

  private async assertMayClose(tx: EntityManager, canteenId: string, day: string): Promise<void> {
    if (day > this.clock.today())
      throw new InvalidRequestError([{ path: 'day', rule: 'max', message: '这一天还没有到，不能结账' }])
    const until = await this.days.servingUntil(tx, canteenId, day)
    if (until !== null) throw new DomainError('counter.still_serving', { until: clockText(until) })
    const before = await tx.findOneBy(DayClose, { canteenId, day })
    if (before === null) return
    const { closedBy } = await this.days.view(before, tx)
    const { createdAt } = before
    const at = whenText(createdAt, businessDayOf(createdAt), this.clock.today())
    throw new DomainError('counter.day_closed', { by: closedBy, at })
  }
}

/** `少 ¥0.50`, `多 ¥1.00`. */
const differenceText = (fen: number): string => `${fen < 0 ? '少' : '多'} ¥${yuan(Math.abs(fen))}`
