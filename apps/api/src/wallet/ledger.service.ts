/*
 * What must never happen: money made, lost, or spent below an account's floor. `post` refuses moves that do not sum to zero, and
 * its one UPDATE refuses a balance below the floor (with `ck_wallet_account_floor` behind it).
 */
import { Injectable } from '@nestjs/common'
import type { Pocket, PostingKind } from '@wanli/contracts/wallet'
import { sumFen, yuan } from '@wanli/kernel/money'
import { In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { isDuplicateKey, LostRaceError } from '../database/constraint-errors.js'

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
  /** Names what the posting is for; a second one of the same name is refused by `uq_wallet_posting_dedupe_key`. */
  dedupeKey?: string
  moves: Move[]
}

/** Owner of the accounts that belong to nobody in particular. */
export const STREET = 'street'

/** Accounts that are opened when money first passes through them; a gift pocket has a floor of zero like any pocket. */
const OPENED_WHEN_NEEDED: ReadonlySet<AccountKind> = new Set<AccountKind>([
  'person_gift',
  'wechat_clearing',
  'cash_drawer',
  'payout_pending',
  'deposit',
])

/**
 * Where a move stands among others: accounts that everybody's money passes through are touched last, so that their row is locked for
 * the shortest time, and all postings lock in one order.
 */
const lockOrder = ({ kind, ownerId }: Move): string => `${kind.startsWith('person_') ? 0 : 1} ${kind} ${ownerId}`

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

  /** What a person can spend, all pockets together, in fen; zero for somebody without a wallet. */
  async balanceOf(from: EntityManager, personId: string): Promise<number> {
    const { own, gift } = await this.pocketsOf(from, personId)
    return own + gift
  }

  /** What each pocket of a person holds, in fen. */
  async pocketsOf(from: EntityManager, personId: string): Promise<Record<Pocket, number>> {
    const rows = await from.findBy(Account, { kind: In(['person_own', 'person_gift']), ownerId: personId })
    const balance = (kind: AccountKind): number => rows.find((row) => row.kind === kind)?.balanceFen ?? 0
    return { own: balance('person_own'), gift: balance('person_gift') }
  }

  /** The balance of one account as the ledger signs it, in fen; zero when it was never opened. */
  async accountBalance(from: EntityManager, kind: AccountKind, ownerId: string): Promise<number> {
    return (await from.findOneBy(Account, { kind, ownerId }))?.balanceFen ?? 0
  }

  /**
   * Writes one posting with its entries and moves the balances. Throws `wallet.insufficient` (409) when an account would go below
   * its floor; throws Error when the moves do not sum to zero or an account does not exist. Answers the accounts by their move.
   */
  async post(tx: EntityManager, request: PostingRequest): Promise<Map<Move, Account>> {
    const moves = request.moves
      .filter((move) => move.amountFen !== 0)
      .sort((a, b) => (lockOrder(a) < lockOrder(b) ? -1 : 1))
    if (sumFen(moves.map((move) => move.amountFen)) !== 0) throw new Error('the moves of a posting must sum to zero')
    const touched = new Map<Move, Account>()
    if (moves.length === 0) return touched
    const posting = {
      id: newId(),
      kind: request.kind,
      orderId: request.orderId,
      dedupeKey: request.dedupeKey ?? null,
      memo: request.memo,
      createdAt: this.clock.now(),
    }
    await tx.insert(Posting, posting)
    for (const move of moves) touched.set(move, await this.moveBalance(tx, move))
    await tx.insert(
      Entry,
      [...touched].map(([{ amountFen }, account]) => ({
        id: newId(),
        postingId: posting.id,
        accountId: account.id,
        amountFen,
        balanceAfterFen: account.balanceFen,
        createdAt: posting.createdAt,
      })),
    )
    return touched
  }

  private async moveBalance(tx: EntityManager, move: Move): Promise<Account> {
    const moved =
      (await this.tryMove(tx, move)) || ((await this.openIfMissing(tx, move)) && (await this.tryMove(tx, move)))
    const account = await tx.findOneByOrFail(Account, { kind: move.kind, ownerId: move.ownerId })
    if (moved) return account
    throw new DomainError('wallet.insufficient', { balance: yuan(account.balanceFen), needed: yuan(-move.amountFen) })
  }

  private async tryMove(tx: EntityManager, move: Move): Promise<boolean> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(Account)
      .set({ balanceFen: () => 'balance_fen + :amount' })
      .where('kind = :kind AND owner_id = :ownerId', { kind: move.kind, ownerId: move.ownerId })
      .andWhere('(floor_fen IS NULL OR balance_fen + :amount >= floor_fen)')
      .setParameter('amount', move.amountFen)
      .execute()
    return affected === 1
  }

  private async openIfMissing(tx: EntityManager, { kind, ownerId }: Move): Promise<boolean> {
    if (!OPENED_WHEN_NEEDED.has(kind) || (await tx.existsBy(Account, { kind, ownerId }))) return false
    try {
      const floorFen = kind === 'person_gift' ? 0 : null
      await tx.insert(Account, { id: newId(), kind, ownerId, balanceFen: 0, floorFen })
    } catch (error) {
      // Somebody else opened it at the same moment: their row may not be visible here yet, so all of this runs again.
      if (isDuplicateKey(error)) throw new LostRaceError()
      throw error
    }
    return true
  }
}
