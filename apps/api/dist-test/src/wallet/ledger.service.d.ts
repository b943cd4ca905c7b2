import type { PostingKind } from '@wanli/contracts/wallet'
import { type EntityManager } from 'typeorm'
import { Clock } from '../common/clock.js'
import { type AccountKind } from './account.entity.js'
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
export declare const STREET = 'street'
/** The double-entry ledger: accounts with guarded balances, postings that sum to zero, entries that are never changed. */
export declare class LedgerService {
  private readonly clock
  constructor(clock: Clock)
  /** Opens the pocket of a new person, empty, with a floor of zero. */
  openPocket(tx: EntityManager, personId: string): Promise<void>
  /** Opens an account that may have either sign. */
  openShared(tx: EntityManager, kind: AccountKind, ownerId: string): Promise<void>
  /**
   * Writes one posting with its entries and moves the balances. Throws `wallet.insufficient` (409) when an account would go below
   * its floor; throws Error when the moves do not sum to zero or an account does not exist.
   */
  post(tx: EntityManager, request: PostingRequest): Promise<void>
  /**
   * Gives back everything an order's payment took, account by account, so that each fen returns to where it came from. Throws
   * Error when the order was never paid; a second refund of the order is refused by `uq_wallet_posting_kind_order`.
   */
  refundOrder(tx: EntityManager, orderId: string, memo: string): Promise<void>
  private moveBalance
}
