/*
 * What must never happen: money made, lost, or spent below an account's floor. `post` refuses moves that do not sum to zero, and
 * its one UPDATE refuses a balance below the floor (with `ck_wallet_account_floor` behind it).
 */
import { Injectable } from '@nestjs/common'
import type { PostingKind } from '@wanli/contracts/wallet'
import { sumFen, yuan } from '@wanli/kernel/money'
import { In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'

import { Account, type AccountKind } from './account.entity.js'
import { Entry } from './entry.entity.js'
import { Posting } from './posting.entity.js'

/** One side of a posting: an account, and the fen it gains (or, negative, loses). */
export interface Move {
  kind: AccountKind
  ownerId: string
  amountFen: number
}

/** A movement of money to be written. */
export interface PostingRequest {
  kind: PostingKind
  memo: string
  orderId: string | null
  moves: Move[]
}

/** Owner of the accounts that belong to nobody in particular. */
export const STREET = 'street'

/** Accounts that everybody's money passes through are touched last, so that their row is locked for the shortest time. */
const isShared = (move: Move): number => (move.kind.startsWith('person_') ? 0 : 1)

/** The double-entry ledger: accounts with guarded balances, postings that sum to zero, entries that are never changed. */
@Injectable()
export class LedgerService {
  constructor(private readonly clock: Clock) {}

  /** Opens the pocket of a new person, empty, with a floor of zero. */
  async openPocket(tx: EntityManager, personId: string): Promise<void> {
    await tx.insert(Account, { id: newId(), kind: 'person_own', ownerId: personId, balanceFen: 0, floorFen: 0 })
  }

  /** Opens an account that may have either sign. */
  async openShared(tx: EntityManager, kind: AccountKind, ownerId: string): Promise<void> {
    await tx.insert(Account, { id: newId(), kind, ownerId, balanceFen: 0, floorFen: null })
  }

  /** What a person can spend, in fen; zero for somebody without a wallet. */
  async balanceOf(from: EntityManager, personId: string): Promise<number> {
    return (await from.findOneBy(Account, { kind: 'person_own', ownerId: personId }))?.balanceFen ?? 0
  }

  /**
   * Writes one posting with its entries and moves the balances. Throws `wallet.insufficient` (409) when an account would go below
   * its floor; throws Error when the moves do not sum to zero or an account does not exist.
   */
  async post(tx: EntityManager, request: PostingRequest): Promise<void> {
    const moves = request.moves.filter((move) => move.amountFen !== 0).sort((a, b) => isShared(a) - isShared(b))
    if (sumFen(moves.map((move) => move.amountFen)) !== 0) throw new Error('the moves of a posting must sum to zero')
    if (moves.length === 0) return
    const posting = {
      id: newId(),
      kind: request.kind,
      orderId: request.orderId,
      memo: request.memo,
      createdAt: this.clock.now(),
    }
    await tx.insert(Posting, posting)
    for (const move of moves) {
      const account = await this.moveBalance(tx, move)
      await tx.insert(Entry, {
        id: newId(),
        postingId: posting.id,
        accountId: account.id,
        amountFen: move.amountFen,
        balanceAfterFen: account.balanceFen,
        createdAt: posting.createdAt,
      })
    }
  }

  /**
   * Gives back everything an order's payment took, account by account, so that each fen returns to where it came from. Throws
   * Error when the order was never paid; a second refund of the order is refused by `uq_wallet_posting_kind_order`.
   */
  async refundOrder(tx: EntityManager, orderId: string, memo: string): Promise<void> {
    const payment = await tx.findOneByOrFail(Posting, { orderId, kind: 'order_payment' })
    const entries = await tx.findBy(Entry, { postingId: payment.id })
    const accounts = await tx.findBy(Account, { id: In(entries.map((entry) => entry.accountId)) })
    const moves = entries.map((entry): Move => {
      const account = accounts.find((one) => one.id === entry.accountId)
      if (account === undefined) throw new Error(`entry ${entry.id} has no account`)
      return { kind: account.kind, ownerId: account.ownerId, amountFen: -entry.amountFen }
    })
    await this.post(tx, { kind: 'order_refund', memo, orderId, moves })
  }

  private async moveBalance(tx: EntityManager, move: Move): Promise<Account> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(Account)
      .set({ balanceFen: () => 'balance_fen + :amount' })
      .where('kind = :kind AND owner_id = :ownerId', { kind: move.kind, ownerId: move.ownerId })
      .andWhere('(floor_fen IS NULL OR balance_fen + :amount >= floor_fen)')
      .setParameter('amount', move.amountFen)
      .execute()
    const account = await tx.findOneByOrFail(Account, { kind: move.kind, ownerId: move.ownerId })
    if (affected === 1) return account
    throw new DomainError('wallet.insufficient', { balance: yuan(account.balanceFen), needed: yuan(-move.amountFen) })
  }
}
