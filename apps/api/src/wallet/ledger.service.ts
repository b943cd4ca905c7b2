/*
 * What must never happen: money made, lost, or spent below an account's floor. Whoever moves money opens a {@link LedgerBook} on locked
 * accounts and writes it in the same transaction; `ck_wallet_account_floor` refuses what would be below a floor all the same.
 */
import { Injectable } from '@nestjs/common'
import type { Pocket } from '@wanli/contracts/wallet'
import { In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { addToRows, insertRows } from '../database/bulk.js'
import { isDuplicateKey, LostRaceError } from '../database/constraint-errors.js'
import { marks, selectRows } from '../database/rows.js'

import { Account, type AccountKind } from './account.entity.js'
import { Entry } from './entry.entity.js'
import { LedgerBook, type AccountKey, type Move, type PostingRequest } from './ledger-book.js'
import { Posting } from './posting.entity.js'

export { LedgerBook, type AccountKey, type Move, type PostingRequest } from './ledger-book.js'

/** Owner of the accounts that belong to nobody in particular. */
export const STREET = 'street'

/** Accounts that are opened when money first passes through them; a gift pocket has a floor of zero like any pocket. */
const OPENED_WHEN_NEEDED: ReadonlySet<AccountKind> = new Set<AccountKind>([
  'person_gift',
  'wechat_clearing',
  'cash_drawer',
  'payout_pending',
  'deposit',
  'cash_difference',
])

/** Accounts that everybody's money passes through are locked last, so that their rows are held for the shortest time. */
const isPersonal = ({ kind }: AccountKey): boolean => kind.startsWith('person_')

/** Locks accounts in the order of their index. */
function lockAccounts(tx: EntityManager, keys: readonly AccountKey[]): Promise<Account[]> {
  const parts = [...new Set(keys.map(({ kind }) => kind))].sort().map((kind) => {
    const owners = [...new Set(keys.filter((key) => key.kind === kind).map(({ ownerId }) => ownerId))].sort()
    return { where: `kind = ? AND owner_id IN (${marks(owners)})`, parameters: [kind, ...owners] }
  })
  return selectRows(tx, Account, {
    where: parts.map(({ where }) => where).join(' OR '),
    parameters: parts.flatMap(({ parameters }) => parameters),
    lockBy: 'uq_wallet_account_kind_owner',
  })
}

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
   * its floor; throws Error when the moves do not sum to zero or an account does not exist.
   */
  async post(tx: EntityManager, request: PostingRequest): Promise<void> {
    const book = await this.open(
      tx,
      request.moves.filter((move) => move.amountFen !== 0),
    )
    await this.complete(tx, book, request.moves)
    book.post(request)
    await this.write(tx, book)
  }

  /**
   * Locks accounts until the transaction ends and lays them on the table; those that open when money first passes through them are
   * opened by {@link complete}. Personal ones are locked first and shared ones last, so that what everybody waits for is held for the
   * shortest time; each kind in the order of its index, so that all who lock wait in one order. What is posted is booked at `at`.
   */
  async open(tx: EntityManager, keys: readonly AccountKey[], at: Date = this.clock.now()): Promise<LedgerBook> {
    const personal = keys.filter(isPersonal)
    const shared = keys.filter((key) => !isPersonal(key))
    const locked = [personal, shared].filter((group) => group.length > 0).map((group) => lockAccounts(tx, group))
    return new LedgerBook((await Promise.all(locked)).flat(), at)
  }

  /** Opens what is not on the table and is opened when money first passes through it. */
  async complete(tx: EntityManager, book: LedgerBook, moves: readonly Move[]): Promise<void> {
    const moved = moves.filter((move) => move.amountFen !== 0)
    for (const key of book.missing(moved)) book.add(await this.openMissing(tx, key))
  }

  /** Writes what was decided in a book since it was written last, in one breath. */
  async write(tx: EntityManager, book: LedgerBook): Promise<void> {
    const { postings, entries, sums } = book.take()
    await Promise.all([insertRows(tx, Posting, postings), addToRows(tx, Account, sums), insertRows(tx, Entry, entries)])
  }

  private async openMissing(tx: EntityManager, { kind, ownerId }: AccountKey): Promise<Account> {
    if (!OPENED_WHEN_NEEDED.has(kind)) throw new Error(`there is no account ${kind} of ${ownerId}`)
    const account = { id: newId(), kind, ownerId, balanceFen: 0, floorFen: kind === 'person_gift' ? 0 : null }
    try {
      await tx.insert(Account, account)
    } catch (error) {
      // Somebody else opened it at the same moment: their row may not be visible here yet, so all of this runs again.
      if (isDuplicateKey(error)) throw new LostRaceError()
      throw error
    }
    return account
  }
}
