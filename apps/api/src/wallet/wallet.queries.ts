import { Injectable } from '@nestjs/common'
import type { Page } from '@wanli/contracts/page'
import type { EntriesQuery, Pocket, WalletAction, WalletEntryView, WalletView } from '@wanli/contracts/wallet'
import { sumFen } from '@wanli/kernel/money'
import { DataSource, In, type EntityManager } from 'typeorm'

import { keysetRows } from '../database/keyset.js'
import { readTogether } from '../database/together.js'
import { CardsService } from '../people/cards.service.js'
import { PayClientService } from '../wechat/pay-client.service.js'

import { Account } from './account.entity.js'
import { Entry } from './entry.entity.js'
import { monthSpan } from './month.rules.js'
import { Posting } from './posting.entity.js'

const POCKETS: Record<string, Pocket> = { person_own: 'own', person_gift: 'gift' }

/** Reads of a person's wallet. */
@Injectable()
export class WalletQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cards: CardsService,
    private readonly pay: PayClientService,
  ) {}

  /** A person's pockets and their sum, in fen, the card they carry, and what they may do. Zero for somebody without a wallet. */
  async wallet(personId: string, from: EntityManager = this.dataSource.manager): Promise<WalletView> {
    const accounts = await this.pocketsOf(personId, from)
    const card = await this.cards.of(personId, from)
    const own = accounts.find(({ kind }) => kind === 'person_own')
    const actions: WalletAction[] = []
    if (own !== undefined && this.pay.isReady) actions.push('top_up')
    if (own !== undefined && own.balanceFen > 0) actions.push('pay_out')
    if (card?.lost === false) actions.push('report_loss')
    return {
      balanceFen: sumFen(accounts.map((account) => account.balanceFen)),
      pockets: accounts.map((account) => ({ pocket: POCKETS[account.kind] ?? 'own', balanceFen: account.balanceFen })),
      card,
      actions,
    }
  }

  /** A page of the statement, newest first; with `month`, of that Shanghai month only. */
  async entries(personId: string, query: EntriesQuery): Promise<Page<WalletEntryView>> {
    const accounts = await this.pocketsOf(personId, this.dataSource.manager)
    if (accounts.length === 0) return { items: [], nextCursor: null }
    const month = query.month === undefined ? undefined : monthSpan(query.month)
    const pockets = accounts.map(({ id }) => ({
      where: month === undefined ? 'account_id = ?' : 'account_id = ? AND created_at >= ? AND created_at < ?',
      parameters: month === undefined ? [id] : [id, month.from, month.to],
    }))
    const { rows, nextCursor } = await readTogether(this.dataSource, (from) => keysetRows(from, Entry, pockets, query))
    return { items: await this.toViews(rows, accounts), nextCursor }
  }

  private async toViews(rows: Entry[], accounts: Account[]): Promise<WalletEntryView[]> {
    const postings = await this.dataSource.manager.findBy(Posting, { id: In(rows.map((row) => row.postingId)) })
    const postingById = new Map(postings.map((posting) => [posting.id, posting]))
    const kindById = new Map(accounts.map((account) => [account.id, account.kind]))
    return rows.map((row) => {
      const posting = postingById.get(row.postingId)
      if (posting === undefined) throw new Error(`entry ${row.id} has no posting`)
      return {
        id: row.id,
        kind: posting.kind,
        pocket: POCKETS[kindById.get(row.accountId) ?? ''] ?? 'own',
        amountFen: row.amountFen,
        balanceAfterFen: row.balanceAfterFen,
        memo: posting.memo,
        orderId: posting.orderId,
        createdAt: row.createdAt.toISOString(),
      }
    })
  }

  private pocketsOf(personId: string, from: EntityManager): Promise<Account[]> {
    return from.findBy(Account, { ownerId: personId, kind: In(Object.keys(POCKETS)) })
  }
}
