import { Injectable } from '@nestjs/common'
import type { PaymentView } from '@wanli/contracts/wallet'
import { WALLET } from '@wanli/kernel/limits'
import { DataSource, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { isDuplicateKey, LostRaceError } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'
import { PeopleService } from '../people/people.service.js'
import { PayClientService, PayRefusal } from '../wechat/pay-client.service.js'

import { nextTry } from './backoff.rules.js'
import { Payment } from './payment.entity.js'
import { toPaymentView } from './payment.view.js'
import { SettlementService } from './settlement.service.js'

const MINUTE_MS = 60_000

/** A payment to be begun. */
export interface NewPayment {
  personId: string
  purpose: 'top_up' | 'order'
  orderId: string | null
  amountFen: number
  description: string
  expiresAt: Date
}

/** Payments by WeChat as those see them who pay. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly idempotency: Idempotency,
    private readonly people: PeopleService,
    private readonly settlement: SettlementService,
    private readonly pay: PayClientService,
    private readonly clock: Clock,
  ) {}

  /** Begins a top-up. Throws `wallet.wechat_off`, `wallet.wechat_needed` (409) and `wallet.wechat_unreachable` (503). */
  async topUp(caller: Caller, once: OnceRequest, amountFen: number): Promise<PaymentView> {
    const expiresAt = new Date(this.clock.now().getTime() + WALLET.topUpMinutes * MINUTE_MS)
    const { id } = await this.idempotency.once(once, async (tx) => ({
      id: await this.begin(tx, {
        personId: caller.personId,
        purpose: 'top_up',
        orderId: null,
        amountFen,
        description: '万里社区钱包充值',
        expiresAt,
      }),
    }))
    return this.offer(id)
  }

  /** Writes a new payment down, number included, before anybody is called. Throws `wallet.wechat_off` and `wallet.wechat_needed` (409). */
  async begin(tx: EntityManager, given: NewPayment): Promise<string> {
    const openid = await this.openidOf(tx, given.personId)
    const id = newId()
    const now = this.clock.now()
    await tx.insert(Payment, {
      id,
      ...given,
      openOrderId: given.orderId,
      outTradeNo: id.replaceAll('-', ''),
      openid,
      refundedFen: 0,
      status: 'pending',
      prepayId: null,
      transactionId: null,
      paidAt: null,
      attempts: 0,
      nextTryAt: nextTry(0, now),
      createdAt: now,
    })
    return id
  }

  /** The payment an order waits for, begun when there is none. Throws what `begin` throws. */
  async beginForOrder(tx: EntityManager, given: NewPayment & { orderId: string }): Promise<string> {
    const open = await tx.findOneBy(Payment, { openOrderId: given.orderId })
    if (open !== null) return open.id
    try {
      return await this.begin(tx, given)
    } catch (error) {
      // Another request of the same order was quicker: look again, and find its payment.
      if (isDuplicateKey(error)) throw new LostRaceError()
      throw error
    }
  }

  /** Makes sure that a person can pay by WeChat. Throws `wallet.wechat_off` and `wallet.wechat_needed` (409). */
  async assertCanPay(from: EntityManager, personId: string): Promise<void> {
    await this.openidOf(from, personId)
  }

  /** Prepares a pending payment at WeChat, as often as asked, and answers what the app needs. Throws `wallet.wechat_unreachable` (503). */
  async offer(id: string): Promise<PaymentView> {
    const payment = await this.row(id)
    if (payment.status !== 'pending' || payment.expiresAt <= this.clock.now()) return toPaymentView(payment, null)
    try {
      const prepayId = await this.pay.prepay(payment)
      await this.transactions.run((tx) => tx.update(Payment, { id, status: 'pending' }, { prepayId }))
      return await this.viewOf(id)
    } catch (error) {
      if (!(error instanceof PayRefusal)) throw error
      if (error.code === 'UNREACHABLE') throw new DomainError('wallet.wechat_unreachable')
      // Paid, closed, or known under another body: WeChat's own word on it is final.
      await this.settle(payment)
      return this.viewOf(id)
    }
  }

  /** A payment; WeChat is asked while it is pending. Throws `wallet.payment_not_found` (404). */
  async payment(caller: Caller, id: string): Promise<PaymentView> {
    const payment = await this.own(caller, id)
    if (payment.status === 'pending') await this.settle(payment)
    return this.viewOf(id)
  }

  /** Ends a pending payment; when the money was quicker, it is booked. Throws `wallet.payment_not_found` (404), `wallet.wechat_unreachable` (503). */
  async close(caller: Caller, id: string): Promise<PaymentView> {
    const payment = await this.own(caller, id)
    if (payment.status === 'pending') await this.closeRow(payment)
    return this.viewOf(id)
  }

  /** In the demo: the person pays in the sheet that stands for WeChat's, or leaves it. Throws `request.not_found` (404) elsewhere. */
  async payInDemo(caller: Caller, id: string, outcome: 'paid' | 'cancelled'): Promise<PaymentView> {
    if (!this.pay.isStandIn) throw new DomainError('request.not_found')
    const { outTradeNo } = await this.own(caller, id)
    if (outcome === 'paid') await this.pay.payAtStandIn(outTradeNo)
    return this.viewOf(id)
  }

  /** Ends the open payment of an order, if there is one; WeChat's silence leaves it to the worker. */
  async closeOfOrder(orderId: string): Promise<void> {
    const payment = await this.dataSource.manager.findOneBy(Payment, { openOrderId: orderId })
    if (payment === null) return
    await this.settlement.close(payment).catch((error: unknown) => {
      if (!(error instanceof PayRefusal)) throw error
    })
  }

  private async closeRow(payment: Payment): Promise<void> {
    try {
      await this.settlement.close(payment)
    } catch (error) {
      if (error instanceof PayRefusal) throw new DomainError('wallet.wechat_unreachable')
      throw error
    }
  }

  private async settle(payment: Payment): Promise<void> {
    await this.settlement.check(payment).catch((error: unknown) => {
      if (!(error instanceof PayRefusal)) throw error
    })
  }

  private async viewOf(id: string): Promise<PaymentView> {
    const payment = await this.row(id)
    const mayPay = payment.status === 'pending' && payment.prepayId !== null && payment.expiresAt > this.clock.now()
    return toPaymentView(payment, mayPay ? this.pay.argumentsFor(payment.prepayId ?? '') : null)
  }

  private async own(caller: Caller, id: string): Promise<Payment> {
    const payment = await this.dataSource.manager.findOneBy(Payment, { id, personId: caller.personId })
    if (payment === null) throw new DomainError('wallet.payment_not_found')
    return payment
  }

  private row(id: string): Promise<Payment> {
    return this.dataSource.manager.findOneByOrFail(Payment, { id })
  }

  private async openidOf(from: EntityManager, personId: string): Promise<string> {
    if (!this.pay.isReady) throw new DomainError('wallet.wechat_off')
    const openid = await this.people.openidOf(personId, from)
    if (openid !== null) return openid
    if (!this.pay.isStandIn) throw new DomainError('wallet.wechat_needed')
    return `demo-${personId}`
  }
}
