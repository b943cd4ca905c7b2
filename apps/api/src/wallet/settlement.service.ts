/*
 * What must never happen: money that arrived at WeChat booked twice, or not at all. `arrived` moves a payment to `paid` or `late` by
 * one conditional UPDATE in the transaction that books it, and the worker asks about every payment until it is final.
 */
import { Injectable, Logger } from '@nestjs/common'
import { yuan } from '@wanli/kernel/money'
import { DataSource, LessThanOrEqual, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { isDomainError } from '../common/domain-error.js'
import { Transactions } from '../database/transactions.js'
import { NoticesService } from '../notices/notices.service.js'
import { PeopleService } from '../people/people.service.js'
import { PayClientService, PayRefusal, type PayTransaction } from '../wechat/pay-client.service.js'

import { nextTry } from './backoff.rules.js'
import { LedgerService, STREET } from './ledger.service.js'
import { Payment } from './payment.entity.js'
import { RefundsService } from './refunds.service.js'

/** Who knows what an order does with its money. */
export interface OrderMoneyTaker {
  /**
   * The order's money is there: `kept` when the order is paid by it now, `refused` when the order cannot use it. May throw a
   * DomainError when something scarce is gone meanwhile; everything is rolled back then and `refused` asked for.
   */
  arrived(tx: EntityManager, orderId: string, amountFen: number): Promise<'kept' | 'refused'>
  /** The money of an order that could not use it goes back to where it came from: the person is told. */
  goesBack(tx: EntityManager, orderId: string, amountFen: number): Promise<void>
}

/** How money that goes back whole is called in the books, and at WeChat to whoever paid it. */
interface SentBack {
  memo: string
  reason: string
}

const LATE: SentBack = { memo: '来晚了的付款，原路退回', reason: '订单已经取消，付款原路退回' }
const ERASED: SentBack = { memo: '注销之后到的充值，原路退回', reason: '账号已经注销，充值原路退回' }

/** Brings payments to their end: what WeChat says is booked, what is over is closed, what is late is never lost. */
@Injectable()
export class SettlementService {
  private readonly log = new Logger(SettlementService.name)
  private orders: OrderMoneyTaker | undefined

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly ledger: LedgerService,
    private readonly refunds: RefundsService,
    private readonly people: PeopleService,
    private readonly notices: NoticesService,
    private readonly pay: PayClientService,
    private readonly clock: Clock,
  ) {}

  /** Says who takes the money of orders. */
  takeOrdersWith(taker: OrderMoneyTaker): void {
    this.orders = taker
  }

  /** Looks at every pending payment whose time has come, until WeChat falls silent. Safe to run in several processes. */
  async work(): Promise<void> {
    const due = await this.dataSource.manager.find(Payment, {
      where: { status: 'pending', nextTryAt: LessThanOrEqual(this.clock.now()) },
      order: { nextTryAt: 'ASC' },
      take: 50,
    })
    for (const payment of due) {
      const next = { attempts: payment.attempts + 1, nextTryAt: this.nextLook(payment) }
      const mine = { id: payment.id, attempts: payment.attempts, status: 'pending' as const }
      const { affected } = await this.transactions.run((tx) => tx.update(Payment, mine, next))
      if (affected === 1 && !(await this.looked(payment))) return
    }
  }

  /** Asks WeChat about a pending payment and books the answer; one whose time is over is closed. Throws PayRefusal. */
  async check(payment: Payment): Promise<void> {
    const answer = await this.pay.query(payment.outTradeNo)
    if (await this.book(payment, answer)) return
    if (answer.state === 'CLOSED' || answer.state === 'PAYERROR' || answer.state === 'REVOKED')
      await this.markClosed(payment)
    else if (payment.expiresAt <= this.clock.now()) await this.close(payment)
  }

  /** Closes a pending payment at WeChat, then asks once more: money may have won the race. Throws PayRefusal. */
  async close(payment: Payment): Promise<void> {
    try {
      await this.pay.close(payment.outTradeNo)
    } catch (error) {
      if (!(error instanceof PayRefusal) || error.code !== 'ORDERPAID') throw error
    }
    if (!(await this.book(payment, await this.pay.query(payment.outTradeNo)))) await this.markClosed(payment)
  }

  /** What WeChat says of a payment, by notice. False when we know no such payment or of another amount: nothing is booked. */
  async arrived(answer: PayTransaction): Promise<boolean> {
    const payment = await this.dataSource.manager.findOneBy(Payment, { outTradeNo: answer.outTradeNo })
    if (payment === null || payment.amountFen !== answer.amountFen) return false
    return this.book(payment, answer)
  }

  private async book(payment: Payment, answer: PayTransaction): Promise<boolean> {
    if (answer.state !== 'SUCCESS' && answer.state !== 'REFUND') return false
    if (answer.amountFen !== payment.amountFen) {
      this.log.error(`payment ${payment.id}: WeChat names another amount`)
      return false
    }
    try {
      await this.transactions.run((tx) => this.bookOnce(tx, payment, answer, true))
    } catch (error) {
      // The order was given up and what it held is gone by now: book the money again, this time to be sent back.
      if (!isDomainError(error)) throw error
      await this.transactions.run((tx) => this.bookOnce(tx, payment, answer, false))
    }
    return true
  }

  private async bookOnce(
    tx: EntityManager,
    payment: Payment,
    answer: PayTransaction,
    tryOrder: boolean,
  ): Promise<void> {
    const paidAt = answer.at ?? this.clock.now()
    const paid = { paidAt, transactionId: answer.transactionId, nextTryAt: null, openOrderId: null }
    const move = async (from: 'pending' | 'closed', status: 'paid' | 'late'): Promise<boolean> =>
      (await tx.update(Payment, { id: payment.id, status: from }, { ...paid, status })).affected === 1
    if (!(await move('pending', 'paid')) && !(await move('closed', 'late'))) return
    if (payment.orderId === null) {
      // Nobody could reach it in the wallet of an account that was erased since the payment was closed.
      const isHere = await this.people.isHere(tx, payment.personId)
      return isHere ? this.credit(tx, payment) : this.sendBack(tx, payment, ERASED)
    }
    const taker = this.orders
    if (taker === undefined) throw new Error('nobody takes the money of orders')
    const { orderId, amountFen } = payment
    if (tryOrder && (await taker.arrived(tx, orderId, amountFen)) === 'kept') return
    await this.sendBack(tx, payment, LATE)
    await taker.goesBack(tx, orderId, amountFen)
  }

  private async credit(tx: EntityManager, payment: Payment): Promise<void> {
    const { personId, amountFen } = payment
    await this.ledger.post(tx, {
      kind: 'top_up_wechat',
      memo: '微信充值',
      orderId: null,
      dedupeKey: `top_up_wechat:${payment.id}`,
      moves: [
        { kind: 'wechat_clearing', ownerId: STREET, amountFen: -amountFen },
        { kind: 'person_own', ownerId: personId, amountFen },
      ],
    })
    const subject = { kind: 'wallet' as const, id: payment.id }
    const title = `充值 ¥${yuan(amountFen)} 到账了`
    await this.notices.tell(tx, [{ personId, kind: 'money_added', title, body: '钱在钱包里，随时能用', subject }])
  }

  private async sendBack(tx: EntityManager, payment: Payment, { memo, reason }: SentBack): Promise<void> {
    await this.ledger.post(tx, {
      kind: 'wechat_receipt',
      memo,
      orderId: payment.orderId,
      dedupeKey: `wechat_receipt:${payment.id}`,
      moves: [
        { kind: 'wechat_clearing', ownerId: STREET, amountFen: -payment.amountFen },
        { kind: 'payout_pending', ownerId: STREET, amountFen: payment.amountFen },
      ],
    })
    await this.refunds.request(tx, payment, { amountFen: payment.amountFen, reason, payoutId: null })
  }

  private async markClosed(payment: Payment): Promise<void> {
    const closed = { status: 'closed' as const, nextTryAt: null, openOrderId: null }
    await this.transactions.run((tx) => tx.update(Payment, { id: payment.id, status: 'pending' }, closed))
  }

  /** When a payment is looked at again: on the ladder, and at the moment its time is over. */
  private nextLook({ attempts, expiresAt }: Payment): Date {
    const now = this.clock.now()
    const next = nextTry(attempts, now)
    return expiresAt > now && expiresAt < next ? expiresAt : next
  }

  /** False when WeChat did not answer. */
  private async looked(payment: Payment): Promise<boolean> {
    try {
      await this.check(payment)
      return true
    } catch (error) {
      // One that fails for a reason of ours must not keep the others waiting.
      if (!(error instanceof PayRefusal)) this.log.error(error)
      return !(error instanceof PayRefusal && error.code === 'UNREACHABLE')
    }
  }
}
