/*
 * What must never happen: more given back for an order than was paid for it. `giveBack` moves `refunded_fen` of each paid part by
 * one conditional UPDATE, and `ck_wallet_paid_part_refunded` refuses what would pass `paid_fen`.
 */
import { Injectable } from '@nestjs/common'
import { yuan } from '@wanli/kernel/money'
import { In, type EntityManager } from 'typeorm'

import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { LostRaceError } from '../database/constraint-errors.js'

import { Account, type AccountKind } from './account.entity.js'
import { LedgerService, STREET, type Move } from './ledger.service.js'
import { PaidPart } from './paid-part.entity.js'
import { Payment } from './payment.entity.js'
import { pocketShares, refundShares } from './refund.rules.js'
import { RefundsService } from './refunds.service.js'

/** An order whose money moves. `payFen` is the person's share, `subsidyFen` the street's; the canteen gets both. */
export interface OrderMoney {
  orderId: string
  canteenId: string
  payFen: number
  subsidyFen: number
  memo: string
}

/** What is given back of an order. `part` names the piece (`all`, a line's id): each piece goes back once. */
export interface OrderRefund extends OrderMoney {
  part: string
}

/** Orders' money: paid from pockets or by WeChat, given back in the reverse order of how it was paid. */
@Injectable()
export class OrderMoneyService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly refunds: RefundsService,
  ) {}

  /** Pays an order from a person's pockets, gift money first. Throws `wallet.insufficient` (409). */
  async payFromWallet(tx: EntityManager, payerId: string, order: OrderMoney): Promise<void> {
    const { own, gift } = await this.ledger.pocketsOf(tx, payerId)
    if (own + gift < order.payFen) {
      throw new DomainError('wallet.insufficient', { balance: yuan(own + gift), needed: yuan(order.payFen) })
    }
    const { giftFen, ownFen } = pocketShares(order.payFen, gift)
    try {
      await this.pay(tx, order, [
        { kind: 'person_gift', ownerId: payerId, amountFen: -giftFen },
        { kind: 'person_own', ownerId: payerId, amountFen: -ownFen },
      ])
    } catch (error) {
      // There was enough a moment ago: another order took from a pocket since, so the pockets are read again.
      if (error instanceof DomainError && error.code === 'wallet.insufficient') throw new LostRaceError()
      throw error
    }
  }

  /** Books an order's money that arrived at WeChat. */
  payFromWechat(tx: EntityManager, order: OrderMoney): Promise<void> {
    return this.pay(tx, order, [{ kind: 'wechat_clearing', ownerId: STREET, amountFen: -order.payFen }])
  }

  /**
   * Gives one piece of an order's money back to where it came from: pockets at once, WeChat's share by a refund there. Throws
   * RangeError when the pieces exceed what was paid, and the database's refusal when the piece was given back before.
   */
  async giveBack(tx: EntityManager, refund: OrderRefund): Promise<void> {
    const moves: Move[] = [
      { kind: 'canteen_revenue', ownerId: refund.canteenId, amountFen: -(refund.payFen + refund.subsidyFen) },
    ]
    for (const { account, fen } of await this.takeParts(tx, refund)) {
      if (account.kind === 'wechat_clearing') {
        moves.push({ kind: 'payout_pending', ownerId: STREET, amountFen: fen })
        await this.refundAtWechat(tx, refund, fen)
      } else moves.push({ kind: account.kind, ownerId: account.ownerId, amountFen: fen })
    }
    await this.ledger.post(tx, {
      kind: 'order_refund',
      memo: refund.memo,
      orderId: refund.orderId,
      dedupeKey: `order_refund:${refund.orderId}:${refund.part}`,
      moves,
    })
  }

  private async pay(tx: EntityManager, order: OrderMoney, sources: Move[]): Promise<void> {
    const paying: Move[] = [...sources, { kind: 'subsidy_receivable', ownerId: STREET, amountFen: -order.subsidyFen }]
    const touched = await this.ledger.post(tx, {
      kind: 'order_payment',
      memo: order.memo,
      orderId: order.orderId,
      dedupeKey: `order_payment:${order.orderId}`,
      moves: [
        ...paying,
        { kind: 'canteen_revenue', ownerId: order.canteenId, amountFen: order.payFen + order.subsidyFen },
      ],
    })
    const parts = paying.flatMap((move, position) => {
      const accountId = touched.get(move)?.id
      if (accountId === undefined) return []
      return [{ id: newId(), orderId: order.orderId, accountId, position, paidFen: -move.amountFen, refundedFen: 0 }]
    })
    if (parts.length > 0) await tx.insert(PaidPart, parts)
  }

  /** Notes what each part gives back, and tells the account and the fen of each. */
  private async takeParts(tx: EntityManager, refund: OrderRefund): Promise<{ account: Account; fen: number }[]> {
    const rows = await tx.findBy(PaidPart, { orderId: refund.orderId })
    const accounts = await tx.findBy(Account, { id: In(rows.map((row) => row.accountId)) })
    const parts = rows.flatMap((row) => {
      const account = accounts.find((one) => one.id === row.accountId)
      return account === undefined
        ? []
        : [{ row, account, position: row.position, openFen: row.paidFen - row.refundedFen }]
    })
    const isSubsidy = (kind: AccountKind): boolean => kind === 'subsidy_receivable'
    const shares = [
      ...refundShares(
        parts.filter((part) => !isSubsidy(part.account.kind)),
        refund.payFen,
      ),
      ...refundShares(
        parts.filter((part) => isSubsidy(part.account.kind)),
        refund.subsidyFen,
      ),
    ]
    for (const { part, fen } of shares) {
      const { affected } = await tx
        .createQueryBuilder()
        .update(PaidPart)
        .set({ refundedFen: () => 'refunded_fen + :fen' })
        .where('id = :id AND refunded_fen = :seen', { id: part.row.id, seen: part.row.refundedFen })
        .setParameter('fen', fen)
        .execute()
      if (affected !== 1) throw new LostRaceError()
    }
    return shares.map(({ part, fen }) => ({ account: part.account, fen }))
  }

  private async refundAtWechat(tx: EntityManager, refund: OrderRefund, fen: number): Promise<void> {
    // A payment that came too late was sent back whole: the one that paid the order has room.
    const payments = await tx.findBy(Payment, { orderId: refund.orderId, status: In(['paid', 'late']) })
    const payment = payments.find((one) => one.amountFen - one.refundedFen >= fen)
    if (payment === undefined) throw new RangeError('a refund exceeds what was paid at WeChat')
    await this.refunds.request(tx, payment, { amountFen: fen, reason: refund.memo, payoutId: null })
  }
}
