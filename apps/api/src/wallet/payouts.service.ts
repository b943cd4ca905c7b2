/*
 * What must never happen: one balance paid out twice. The posting takes own money from the pocket first, whose floor refuses the
 * second of two pay-outs; cash leaves the drawer by one UPDATE from `pending` to `done`.
 */
import { Injectable } from '@nestjs/common'
import type { PayoutView } from '@wanli/contracts/wallet'
import { yuan } from '@wanli/kernel/money'
import { addDays, instantOf } from '@wanli/kernel/shanghai-time'
import { DataSource, In, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { LostRaceError } from '../database/constraint-errors.js'
import { NoticesService } from '../notices/notices.service.js'

import { LedgerService, STREET } from './ledger.service.js'
import { toPayoutView } from './payment.view.js'
import { Payment } from './payment.entity.js'
import { Payout } from './payout.entity.js'
import { Refund } from './refund.entity.js'
import { RefundsService } from './refunds.service.js'

/** WeChat returns a payment within a year of it; older money is handed out in cash. */
const RETURNABLE_DAYS = 365

/** Own money goes back to where it came from. Gift money never does. */
@Injectable()
export class PayoutsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly ledger: LedgerService,
    private readonly refunds: RefundsService,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {}

  /** Pays out all own money: top-ups of the last year through WeChat, newest first, the rest as cash at the desk. Throws `wallet.nothing_to_pay_out` (409). */
  payOut(caller: Caller, once: OnceRequest): Promise<PayoutView> {
    return this.idempotency.once(once, async (tx) => {
      const { own: amountFen } = await this.ledger.pocketsOf(tx, caller.personId)
      if (amountFen === 0) throw new DomainError('wallet.nothing_to_pay_out')
      const id = newId()
      await this.takeFromPocket(tx, caller.personId, id, amountFen)
      const sources = await this.sources(tx, caller.personId, amountFen)
      const cashFen = amountFen - sources.reduce((sum, source) => sum + source.fen, 0)
      const row: Payout = {
        id,
        personId: caller.personId,
        amountFen,
        cashFen,
        cashStatus: cashFen > 0 ? 'pending' : 'none',
        cashPaidById: null,
        cashPaidAt: null,
        createdAt: this.clock.now(),
      }
      await tx.insert(Payout, row)
      for (const { payment, fen } of sources)
        await this.refunds.request(tx, payment, { amountFen: fen, reason: '钱包余额退回', payoutId: id })
      await this.tell(tx, row)
      return toPayoutView(row, await tx.findBy(Refund, { payoutId: id }))
    })
  }

  /** A person's pay-outs, newest first. */
  async list(personId: string): Promise<PayoutView[]> {
    const { manager } = this.dataSource
    const rows = await manager.find(Payout, { where: { personId }, order: { createdAt: 'DESC', id: 'DESC' }, take: 50 })
    const refunds = await manager.findBy(Refund, { payoutId: In(rows.map((row) => row.id)) })
    return rows.map((row) =>
      toPayoutView(
        row,
        refunds.filter((refund) => refund.payoutId === row.id),
      ),
    )
  }

  private async takeFromPocket(tx: EntityManager, personId: string, id: string, amountFen: number): Promise<void> {
    const moves = [
      { kind: 'person_own' as const, ownerId: personId, amountFen: -amountFen },
      { kind: 'payout_pending' as const, ownerId: STREET, amountFen },
    ]
    try {
      await this.ledger.post(tx, { kind: 'payout', memo: '余额退回', orderId: null, dedupeKey: `payout:${id}`, moves })
    } catch (error) {
      // Something was spent since the balance was read: all of this runs again with what is left.
      if (error instanceof DomainError && error.code === 'wallet.insufficient') throw new LostRaceError()
      throw error
    }
  }

  private async sources(
    tx: EntityManager,
    personId: string,
    amountFen: number,
  ): Promise<{ payment: Payment; fen: number }[]> {
    const since = instantOf(addDays(this.clock.today(), -RETURNABLE_DAYS), '00:00')
    const topUps = await tx
      .createQueryBuilder(Payment, 'payment')
      .where(`payment.personId = :personId AND payment.purpose = 'top_up'`, { personId })
      .andWhere(`payment.status IN ('paid', 'late') AND payment.refundedFen < payment.amountFen`)
      .andWhere('payment.paidAt >= :since', { since })
      .orderBy('payment.paidAt', 'DESC')
      .addOrderBy('payment.id', 'DESC')
      .getMany()
    const sources: { payment: Payment; fen: number }[] = []
    let left = amountFen
    for (const payment of topUps) {
      const fen = Math.min(left, payment.amountFen - payment.refundedFen)
      if (fen > 0) sources.push({ payment, fen })
      left -= fen
    }
    return sources
  }

  private tell(tx: EntityManager, { id, personId, amountFen, cashFen }: Payout): Promise<void> {
    const wechat = amountFen > cashFen ? `¥${yuan(amountFen - cashFen)} 原路退回微信` : ''
    const cash = cashFen > 0 ? `¥${yuan(cashFen)} 请到服务台领现金` : ''
    const subject = { kind: 'wallet' as const, id }
    const body = [wechat, cash].filter(Boolean).join('，')
    const title = `余额 ¥${yuan(amountFen)} 正在退回`
    return this.notices.tell(tx, [{ personId, kind: 'money_paid_out', title, body, subject }])
  }
}
