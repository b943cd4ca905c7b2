/*
 * What must never happen: money made, lost, or spent below an account's floor. `postAll` refuses moves that do not sum to zero,
 * decides on locked accounts, and `ck_wallet_account_floor` refuses what would be below a floor all the same.
 */
import { Injectable } from '@nestjs/common'
import type { Pocket, PostingKind } from '@wanli/contracts/wallet'
import { sumFen, yuan } from '@wanli/kernel/money'
import { In, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { addToRows, insertRows } from '../database/bulk.js'
import { isDuplicateKey, LostRaceError } from '../database/constraint-errors.js'
import { lockingSelect } from '../database/locking.js'

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

/** Accounts that everybody's money passes through are locked last, so that their rows are held for the shortest time. */
const isPersonal = ({ kind }: AccountKey): boolean => kind.startsWith('person_')

type AccountKey = Pick<Account, 'kind' | 'ownerId'>

const keyOf = ({ kind, ownerId }: AccountKey): string => `${kind} ${ownerId}`

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

  /** What the pockets of these people hold, locked until the transaction ends. */
  async lockPockets(tx: EntityManager, personIds: readonly string[]): Promise<Map<string, Record<Pocket, number>>> {
    const keys = [...new Set(personIds)].flatMap((ownerId) => [
      { kind: 'person_own' as const, ownerId },
      { kind: 'person_gift' as const, ownerId },
    ])
    const pockets = new Map<string, Record<Pocket, number>>()
    for (const { kind, ownerId, balanceFen } of await this.lockGroup(tx, keys)) {
      const both = pockets.get(ownerId) ?? { own: 0, gift: 0 }
      both[kind === 'person_own' ? 'own' : 'gift'] = balanceFen
      pockets.set(ownerId, both)
    }
    return pockets
  }

  /** The balance of one account as the ledger signs it, in fen; zero when it was never opened. */
  async accountBalance(from: EntityManager, kind: AccountKind, ownerId: string): Promise<number> {
    return (await from.findOneBy(Account, { kind, ownerId }))?.balanceFen ?? 0
  }

  /**
   * Writes one posting with its entries and moves the balances. Throws `wallet.insufficient` (409) when an account would go below
   * its floor; throws Error when the moves do not sum to zero or an account does not exist. Answers the accounts by their move.
   */
  post(tx: EntityManager, request: PostingRequest): Promise<Map<Move, Account>> {
    return this.postAll(tx, [request])
  }

  /** Writes postings one after another as {@link post} does, in as few statements as for one. Any that is refused refuses all. */
  async postAll(tx: EntityManager, requests: readonly PostingRequest[]): Promise<Map<Move, Account>> {
    const moves = requests.flatMap((request) => request.moves).filter((move) => move.amountFen !== 0)
    const accounts = await this.lockAccounts(tx, moves)
    const touched = new Map<Move, Account>()
    const postings: Posting[] = []
    const entries: Entry[] = []
    for (const request of requests) {
      if (sumFen(request.moves.map((move) => move.amountFen)) !== 0)
        throw new Error('the moves of a posting must sum to zero')
      const posting = this.newPosting(request)
      const moved = request.moves.filter((move) => move.amountFen !== 0)
      if (moved.length > 0) postings.push(posting)
      for (const move of moved) {
        const account = moveOn(accounts, move)
        touched.set(move, account)
        entries.push(entryOf(posting, account, move))
      }
    }
    await insertRows(tx, Posting, postings)
    await addToRows(tx, Account, sumsOf(entries))
    await insertRows(tx, Entry, entries)
    return touched
  }

  private newPosting({ kind, orderId, dedupeKey, memo }: PostingRequest): Posting {
    return { id: newId(), kind, orderId, dedupeKey: dedupeKey ?? null, memo, createdAt: this.clock.now() }
  }

  /** The accounts of these moves, locked: personal ones first, shared ones last. Missing ones are opened. */
  private async lockAccounts(tx: EntityManager, moves: readonly Move[]): Promise<Map<string, Account>> {
    const wanted = [...new Map(moves.map((move) => [keyOf(move), move])).values()]
    const accounts = new Map<string, Account>()
    for (const group of [wanted.filter(isPersonal), wanted.filter((key) => !isPersonal(key))]) {
      for (const account of await this.lockGroup(tx, group)) accounts.set(keyOf(account), account)
    }
    for (const key of wanted) if (!accounts.has(keyOf(key))) accounts.set(keyOf(key), await this.openMissing(tx, key))
    return accounts
  }

  /** Locks accounts kind by kind, each kind in the order of its index, so that all who lock wait in one order. */
  private async lockGroup(tx: EntityManager, keys: readonly AccountKey[]): Promise<Account[]> {
    const accounts: Account[] = []
    for (const kind of [...new Set(keys.map((key) => key.kind))].sort()) {
      const owners = [...new Set(keys.filter((key) => key.kind === kind).map(({ ownerId }) => ownerId))].sort()
      const found = await lockingSelect(tx, Account, 'a', 'uq_wallet_account_kind_owner')
        .where('a.kind = :kind AND a.ownerId IN (:...owners)', { kind, owners })
        .getMany()
      accounts.push(...found)
    }
    return accounts
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

/** Moves a balance on the table. Throws `wallet.insufficient` (409) below the floor. Answers the account as it is after the move. */
function moveOn(accounts: ReadonlyMap<string, Account>, move: Move): Account {
  const account = accounts.get(keyOf(move))
  if (account === undefined) throw new Error(`there is no account ${keyOf(move)}`)
  const balanceFen = account.balanceFen + move.amountFen
  if (account.floorFen !== null && balanceFen < account.floorFen)
    throw new DomainError('wallet.insufficient', { balance: yuan(account.balanceFen), needed: yuan(-move.amountFen) })
  account.balanceFen = balanceFen
  return Object.assign(new Account(), account)
}

const entryOf = (posting: Posting, account: Account, move: Move): Entry => ({
  id: newId(),
  postingId: posting.id,
  accountId: account.id,
  amountFen: move.amountFen,
  balanceAfterFen: account.balanceFen,
  createdAt: posting.createdAt,
})

/** What each account moves by in all. */
function sumsOf(entries: readonly Entry[]): { id: string; add: { balanceFen: number } }[] {
  const sums = new Map<string, number>()
  for (const { accountId, amountFen } of entries) sums.set(accountId, (sums.get(accountId) ?? 0) + amountFen)
  return [...sums].map(([id, balanceFen]) => ({ id, add: { balanceFen } }))
}
