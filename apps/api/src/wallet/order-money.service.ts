/*
 * What must never happen: more given back for an order than was paid for it. `giveBack` moves `refunded_fen` of each paid part by
 * one conditional UPDATE, and `ck_wallet_paid_part_refunded` refuses what would pass `paid_fen`.
 */
import { Injectable } from '@nestjs/common'
import { yuan } from '@wanli/kernel/money'
import { In, type EntityManager } from 'typeorm'

import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { insertRows } from '../database/bulk.js'
import { LostRaceError } from '../database/constraint-errors.js'

import { Account, type AccountKind } from './account.entity.js'
import { LedgerService, STREET, type AccountKey, type LedgerBook, type Move } from './ledger.service.js'
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
  /** Who paid. */
  payerId: string
  part: string
}

/** Whose money orders may move: pockets of persons, books of canteens. */
export interface OrderAccounts {
  personIds: readonly string[]
  canteenIds: readonly string[]
}

/** Orders' money: paid from pockets or by WeChat, given back in the reverse order of how it was paid. */
@Injectable()
export class OrderMoneyService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly refunds: RefundsService,
  ) {}

  /** Locks what these orders' money may come from and go to. */
  open(tx: EntityManager, { personIds, canteenIds }: OrderAccounts): Promise<LedgerBook> {
    const keys = (kind: AccountKind, owners: readonly string[]): AccountKey[] =>
      owners.map((ownerId) => ({ kind, ownerId }))
    return this.ledger.open(tx, [
      ...keys('person_own', personIds),
      ...keys('person_gift', personIds),
      ...keys('canteen_revenue', canteenIds),
      ...keys('subsidy_receivable', [STREET]),
    ])
  }

  /** Pays orders from their payers' pockets, one after another, gift money first. Throws `wallet.insufficient` (409). */
  async payFromWallet(
    tx: EntityManager,
    orders: readonly (OrderMoney & { payerId: string })[],
    opened?: LedgerBook,
  ): Promise<void> {
    if (orders.length === 0) return
    const book =
      opened ??
      (await this.open(tx, {
        personIds: orders.map(({ payerId }) => payerId),
        canteenIds: orders.map(({ canteenId }) => canteenId),
      }))
    const parts: PaidPart[] = []
    for (const { payerId, ...order } of orders) {
      const pocket = book.pockets(payerId)
      if (pocket.own + pocket.gift < order.payFen) {
        const balance = yuan(pocket.own + pocket.gift)
        throw new DomainError('wallet.insufficient', { balance, needed: yuan(order.payFen) })
      }
      const { giftFen, ownFen } = pocketShares(order.payFen, pocket.gift)
      const sources = [
        { kind: 'person_gift' as const, ownerId: payerId, amountFen: -giftFen },
        { kind: 'person_own' as const, ownerId: payerId, amountFen: -ownFen },
      ]
      parts.push(...payOn(book, order, sources))
    }
    await Promise.all([this.ledger.write(tx, book), insertRows(tx, PaidPart, parts)])
  }

  /** Books an order's money that arrived at WeChat. */
  payFromWechat(tx: EntityManager, order: OrderMoney): Promise<void> {
    return this.payFrom(tx, [order], () => ({ kind: 'wechat_clearing', ownerId: STREET }))
  }

  /** Books orders' cash that lies in the canteen's drawer now. */
  payFromDrawer(tx: EntityManager, orders: readonly OrderMoney[]): Promise<void> {
    return this.payFrom(tx, orders, ({ canteenId }) => ({ kind: 'cash_drawer', ownerId: canteenId }))
  }

  /** Books orders' money, each from one account that is not a person's. */
  private async payFrom(
    tx: EntityManager,
    orders: readonly OrderMoney[],
    sourceOf: (order: OrderMoney) => AccountKey,
  ): Promise<void> {
    const paid = orders.map((order) => ({ order, source: { ...sourceOf(order), amountFen: -order.payFen } }))
    const moves = paid.flatMap(({ order, source }) => movesOf(order, [source]))
    const book = await this.ledger.open(tx, moves)
    await this.ledger.complete(tx, book, moves)
    const parts = paid.flatMap(({ order, source }) => payOn(book, order, [source]))
    await Promise.all([this.ledger.write(tx, book), insertRows(tx, PaidPart, parts)])
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
      } else moves.push({ ...(await this.purseOf(tx, account, refund)), amountFen: fen })
    }
    await this.ledger.post(tx, {
      kind: 'order_refund',
      memo: refund.memo,
      orderId: refund.orderId,
      dedupeKey: `order_refund:${refund.orderId}:${refund.part}`,
      moves,
    })
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

  /** Where a part goes back to: its account, but cash of somebody who has a wallet goes there, as they may be at home by now. */
  private async purseOf(tx: EntityManager, account: Account, { payerId }: OrderRefund): Promise<AccountKey> {
    if (account.kind !== 'cash_drawer') return account
    const wallet = { kind: 'person_own' as const, ownerId: payerId }
    return (await tx.existsBy(Account, wallet)) ? wallet : account
  }

  private async refundAtWechat(tx: EntityManager, refund: OrderRefund, fen: number): Promise<void> {
    // A payment that came too late was sent back whole: the one that paid the order has room.
    const payments = await tx.findBy(Payment, { orderId: refund.orderId, status: In(['paid', 'late']) })
    const payment = payments.find((one) => one.amountFen - one.refundedFen >= fen)
    if (payment === undefined) throw new RangeError('a refund exceeds what was paid at WeChat')
    await this.refunds.request(tx, payment, { amountFen: fen, reason: refund.memo, payoutId: null })
  }
}

/** What an order's payment moves: from its sources and the street's subsidy to the canteen. */
function movesOf(order: OrderMoney, sources: readonly Move[]): Move[] {
  return [
    ...sources,
    { kind: 'subsidy_receivable', ownerId: STREET, amountFen: -order.subsidyFen },
    { kind: 'canteen_revenue', ownerId: order.canteenId, amountFen: order.payFen + order.subsidyFen },
  ]
}

/** Decides an order's payment on the table. Answers from which account how much came, so that a refund finds its way back. */
function payOn(book: LedgerBook, order: OrderMoney, sources: readonly Move[]): PaidPart[] {
  const moves = movesOf(order, sources)
  const accounts = book.post({
    kind: 'order_payment',
    memo: order.memo,
    orderId: order.orderId,
    dedupeKey: `order_payment:${order.orderId}`,
    moves,
  })
  // The last move is what the canteen gets.
  return moves.slice(0, -1).flatMap((move, position) => {
    const accountId = accounts.get(move)
    if (accountId === undefined) return []
    return [{ id: newId(), orderId: order.orderId, accountId, position, paidFen: -move.amountFen, refundedFen: 0 }]
  })
}
