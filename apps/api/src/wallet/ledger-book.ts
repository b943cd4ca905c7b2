/*
 * What must never happen: money made, lost, or spent below an account's floor. `post` refuses moves that do not sum to zero and a
 * balance below its floor before anything is kept; the accounts are locked by whoever opened the book, and `ck_wallet_account_floor`
 * refuses what would be below a floor all the same.
 */
import type { Pocket, PostingKind } from '@wanli/contracts/wallet'
import { sumFen, yuan } from '@wanli/kernel/money'

import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'

import { Account, type AccountKind } from './account.entity.js'
import type { Entry } from './entry.entity.js'
import type { Posting } from './posting.entity.js'

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

/** Which account: each kind of an owner there is once. */
export type AccountKey = Pick<Account, 'kind' | 'ownerId'>

/** An account key as text. */
const keyOf = ({ kind, ownerId }: AccountKey): string => `${kind} ${ownerId}`

/** Locked accounts on the table: postings are decided on them one after another, and written all at once. */
export class LedgerBook {
  private readonly accounts: Map<string, Account>
  private postings: Posting[] = []
  private entries: Entry[] = []

  constructor(
    accounts: readonly Account[],
    private readonly now: Date,
  ) {
    this.accounts = new Map(accounts.map((account) => [keyOf(account), Object.assign(new Account(), account)]))
  }

  /** The keys of these moves whose accounts are not on the table. */
  missing(moves: readonly AccountKey[]): AccountKey[] {
    const missing = moves.filter((move) => !this.accounts.has(keyOf(move)))
    return [...new Map(missing.map((key) => [keyOf(key), key])).values()]
  }

  /** Puts an account on the table that was opened or locked since. */
  add(account: Account): void {
    this.accounts.set(keyOf(account), Object.assign(new Account(), account))
  }

  /** What each pocket of a person holds on the table, in fen. */
  pockets(personId: string): Record<Pocket, number> {
    const balance = (kind: AccountKind): number => this.accounts.get(`${kind} ${personId}`)?.balanceFen ?? 0
    return { own: balance('person_own'), gift: balance('person_gift') }
  }

  /**
   * Decides one posting: balances on the table move, rows are kept to be written. Throws `wallet.insufficient` (409) when an account
   * would go below its floor, and Error when the moves do not sum to zero or an account does not exist; nothing is kept then.
   * Answers the account's id of each move.
   */
  post(request: PostingRequest): Map<Move, string> {
    const moves = request.moves.filter((move) => move.amountFen !== 0)
    if (sumFen(moves.map((move) => move.amountFen)) !== 0) throw new Error('the moves of a posting must sum to zero')
    const touched = new Map<Move, string>()
    if (moves.length === 0) return touched
    const { kind, orderId, dedupeKey, memo } = request
    const posting = { id: newId(), kind, orderId, dedupeKey: dedupeKey ?? null, memo, createdAt: this.now }
    const sides = moves.map((move) => {
      const account = this.accountOf(move)
      return { move, account, wasFen: account.balanceFen }
    })
    const entries: Entry[] = []
    try {
      for (const { move, account } of sides) {
        moveOn(account, move)
        entries.push(entryOf(posting, account, move))
        touched.set(move, account.id)
      }
    } catch (error) {
      for (const { account, wasFen } of sides) account.balanceFen = wasFen
      throw error
    }
    this.postings.push(posting)
    this.entries.push(...entries)
    return touched
  }

  /** Hands out, once, what was decided: rows to be written, and what each account moves by in all. */
  take(): { postings: Posting[]; entries: Entry[]; sums: { id: string; add: { balanceFen: number } }[] } {
    const { postings, entries } = this
    this.postings = []
    this.entries = []
    const sums = new Map<string, number>()
    for (const { accountId, amountFen } of entries) sums.set(accountId, (sums.get(accountId) ?? 0) + amountFen)
    return { postings, entries, sums: [...sums].map(([id, balanceFen]) => ({ id, add: { balanceFen } })) }
  }

  private accountOf(key: AccountKey): Account {
    const account = this.accounts.get(keyOf(key))
    if (account === undefined) throw new Error(`there is no account ${keyOf(key)}`)
    return account
  }
}

/** Moves a balance on the table. Throws `wallet.insufficient` (409) below the floor. */
function moveOn(account: Account, move: Move): void {
  const balanceFen = account.balanceFen + move.amountFen
  if (account.floorFen !== null && balanceFen < account.floorFen)
    throw new DomainError('wallet.insufficient', { balance: yuan(account.balanceFen), needed: yuan(-move.amountFen) })
  account.balanceFen = balanceFen
}

const entryOf = (posting: Posting, account: Account, move: Move): Entry => ({
  id: newId(),
  postingId: posting.id,
  accountId: account.id,
  amountFen: move.amountFen,
  balanceAfterFen: account.balanceFen,
  createdAt: posting.createdAt,
})
