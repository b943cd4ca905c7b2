/*
 * What must never happen: money sent back twice, or more than came in. `request` moves `refunded_fen` of the payment by one
 * conditional UPDATE before anybody is called, and WeChat is only ever asked with the stored `outRefundNo`.
 */
import { Injectable, Logger } from '@nestjs/common'
import { yuan } from '@wanli/kernel/money'
import { DataSource, In, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { Transactions } from '../database/transactions.js'
import { NoticesService } from '../notices/notices.service.js'
import { PeopleService } from '../people/people.service.js'
import { PayClientService, PayRefusal, type PayRefundState } from '../wechat/pay-client.service.js'

import { nextTry } from './backoff.rules.js'
import { LedgerService, STREET } from './ledger.service.js'
import { Payment } from './payment.entity.js'
import { Payout } from './payout.entity.js'
import { Refund } from './refund.entity.js'

/** Money to be returned through WeChat. `reason` is at most 80 characters and shown to the person by WeChat. */
export interface RefundRequest {
  amountFen: number
  reason: string
  payoutId: string | null
}

const OPEN = In(['waiting', 'processing'])

/** WeChat's refusals that no repetition changes. Whatever is not listed is tried again. */
const HOPELESS = new Set(['INVALID_REQUEST', 'PARAM_ERROR', 'USER_ACCOUNT_ABNORMAL', 'RESOURCE_NOT_EXISTS'])

/** Refunds at WeChat: the row first, the call after it, the result by a conditional UPDATE. */
@Injectable()
export class RefundsService {
  private readonly log = new Logger(RefundsService.name)

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly ledger: LedgerService,
    private readonly people: PeopleService,
    private readonly notices: NoticesService,
    private readonly pay: PayClientService,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes down that a part of a payment goes back; the worker sends it. The ledger must hold the amount in `payout_pending` by the
   * same transaction. Throws RangeError when more would go back than came in.
   */
  async request(tx: EntityManager, payment: Payment, { amountFen, reason, payoutId }: RefundRequest): Promise<void> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(Payment)
      .set({ refundedFen: () => 'refunded_fen + :fen' })
      .where('id = :id AND refunded_fen + :fen <= amount_fen', { id: payment.id })
      .setParameter('fen', amountFen)
      .execute()
    if (affected !== 1) throw new RangeError('a refund exceeds what was paid at WeChat')
    const now = this.clock.now()
    const id = newId()
    await tx.insert(Refund, {
      id,
      paymentId: payment.id,
      payoutId,
      outRefundNo: `R${id.replaceAll('-', '')}`,
      amountFen,
      reason,
      status: 'waiting',
      refundId: null,
      attempts: 0,
      nextTryAt: now,
      doneAt: null,
      createdAt: now,
    })
  }

  /** Sends or asks about every refund whose time has come, until WeChat falls silent. Safe to run in several processes. */
  async work(): Promise<void> {
    const due = await this.dataSource.manager.find(Refund, {
      where: { status: OPEN, nextTryAt: LessThanOrEqual(this.clock.now()) },
      order: { nextTryAt: 'ASC' },
      take: 50,
    })
    for (const refund of due) if ((await this.lease(refund)) && !(await this.advance(refund))) return
  }

  /** What WeChat says of a refund, by notice or answer: final states move the money, once. */
  async apply(state: PayRefundState): Promise<void> {
    await this.transactions.run(async (tx) => {
      const refund = await tx.findOneBy(Refund, { outRefundNo: state.outRefundNo })
      if (refund === null) return
      if (state.status === 'SUCCESS') await this.finish(tx, refund, 'success', state)
      else if (state.status === 'ABNORMAL' || state.status === 'CLOSED')
        await this.finish(tx, refund, 'abnormal', state)
      else
        await tx.update(
          Refund,
          { id: refund.id, status: 'waiting' },
          { status: 'processing', refundId: state.refundId },
        )
    })
  }

  /** Takes a refund for this process by moving its next try; false when another one was quicker. */
  private async lease(refund: Refund): Promise<boolean> {
    const next = { attempts: refund.attempts + 1, nextTryAt: nextTry(refund.attempts, this.clock.now()) }
    const { affected } = await this.transactions.run((tx) =>
      tx.update(Refund, { id: refund.id, attempts: refund.attempts, status: OPEN, doneAt: IsNull() }, next),
    )
    return affected === 1
  }

  /** Sends a refund, or asks about it. False when WeChat did not answer. */
  private async advance(refund: Refund): Promise<boolean> {
    const payment = await this.dataSource.manager.findOneByOrFail(Payment, { id: refund.paymentId })
    try {
      await this.apply(refund.status === 'waiting' ? await this.send(payment, refund) : await this.ask(refund))
    } catch (error) {
      // One that fails for a reason of ours must not keep the others waiting.
      if (!(error instanceof PayRefusal)) this.log.error(error)
      else if (HOPELESS.has(error.code))
        await this.apply({ status: 'ABNORMAL', outRefundNo: refund.outRefundNo, refundId: null, at: null })
      return !(error instanceof PayRefusal && error.code === 'UNREACHABLE')
    }
    return true
  }

  private send(payment: Payment, { outRefundNo, amountFen, reason }: Refund): Promise<PayRefundState> {
    const { outTradeNo, amountFen: totalFen } = payment
    return this.pay.refund({ outTradeNo, outRefundNo, amountFen, totalFen, reason })
  }

  private async ask({ outRefundNo }: Refund): Promise<PayRefundState> {
    const state = await this.pay.refundState(outRefundNo)
    return state.status === 'NONE' ? { ...state, status: 'PROCESSING' } : state
  }

  private async finish(
    tx: EntityManager,
    refund: Refund,
    status: 'success' | 'abnormal',
    { refundId, at }: PayRefundState,
  ): Promise<void> {
    const doneAt = at ?? this.clock.now()
    const done = { status, refundId: refundId ?? refund.refundId, doneAt, nextTryAt: null }
    const { affected } = await tx.update(Refund, { id: refund.id, status: OPEN }, done)
    if (affected !== 1) return
    const payment = await tx.findOneByOrFail(Payment, { id: refund.paymentId })
    if (status === 'abnormal') return this.keepInWallet(tx, refund, payment)
    const { orderId } = payment
    const { amountFen, reason: memo } = refund
    const moves = [
      { kind: 'payout_pending' as const, ownerId: STREET, amountFen: -amountFen },
      { kind: 'wechat_clearing' as const, ownerId: STREET, amountFen },
    ]
    await this.ledger.post(tx, { kind: 'wechat_refund', memo, orderId, dedupeKey: doneKey(refund), moves })
  }

  /**
   * Puts into the payer's wallet what WeChat cannot return. Nobody can open the wallet of an account that was erased since, and nobody can
   * be told: there it stays in `payout_pending` and waits as cash at the desk, for whoever shows the number of the payment in their own
   * WeChat bill.
   */
  private async keepInWallet(tx: EntityManager, refund: Refund, payment: Payment): Promise<void> {
    const { amountFen } = refund
    const { personId, orderId } = payment
    if (!(await this.people.isHere(tx, personId))) return this.keepAsCash(tx, refund, personId)
    await this.ledger.post(tx, {
      kind: 'payout_returned',
      memo: '微信退不回去，已经放进钱包',
      orderId,
      dedupeKey: doneKey(refund),
      moves: [
        { kind: 'person_own', ownerId: personId, amountFen },
        { kind: 'payout_pending', ownerId: STREET, amountFen: -amountFen },
      ],
    })
    const subject = { kind: 'wallet' as const, id: refund.id }
    const title = `¥${yuan(amountFen)} 放进钱包了`
    const body = '微信退不回去，钱在钱包里，可以用，也可以到服务台领现金'
    await this.notices.tell(tx, [{ personId, kind: 'money_added', title, body, subject }])
  }

  private async keepAsCash(tx: EntityManager, { id, amountFen }: Refund, personId: string): Promise<void> {
    const cash = { cashFen: amountFen, cashStatus: 'pending' as const, cashPaidById: null, cashPaidAt: null }
    const payout: Payout = { id: newId(), personId, amountFen, ...cash, createdAt: this.clock.now() }
    await tx.insert(Payout, payout)
    await tx.update(Refund, { id }, { payoutId: payout.id })
  }
}

/** By which name a refund is booked, whatever became of it. */
const doneKey = ({ id }: Refund): string => `refund_done:${id}`
