import { Injectable } from '@nestjs/common'
import type { PostingKind, WalletMonthView } from '@wanli/contracts/wallet'
import { DataSource, type SelectQueryBuilder } from 'typeorm'

import { Account } from './account.entity.js'
import { Entry } from './entry.entity.js'
import { monthSpan, monthSums } from './month.rules.js'
import { Posting } from './posting.entity.js'

/** Tells what these orders cost less than their list price, in fen; what was given back does not count. */
export type SavingsOf = (orderIds: string[]) => Promise<number>

/** A person's months in four sums. */
@Injectable()
export class MonthsService {
  private savings: SavingsOf = () => Promise.resolve(0)

  constructor(private readonly dataSource: DataSource) {}

  /** Says who knows what meals would have cost. */
  askSavingsOf(savings: SavingsOf): void {
    this.savings = savings
  }

  /** One Shanghai month (`YYYY-MM`) of a person's pockets. */
  async month(personId: string, month: string): Promise<WalletMonthView> {
    const kinds = await this.moved(personId, month)
      .select('posting.kind', 'kind')
      .addSelect('SUM(entry.amountFen)', 'fen')
      .groupBy('posting.kind')
      .getRawMany<{ kind: PostingKind; fen: number | string }>()
    const orders = await this.moved(personId, month)
      .select('DISTINCT posting.orderId', 'id')
      .andWhere('posting.kind = :kind', { kind: 'order_payment' })
      .getRawMany<{ id: string }>()
    return {
      month,
      ...monthSums(kinds.map(({ kind, fen }) => ({ kind, fen: Number(fen) }))),
      savedFen: orders.length === 0 ? 0 : await this.savings(orders.map(({ id }) => id)),
    }
  }

  private moved(personId: string, month: string): SelectQueryBuilder<Entry> {
    return this.dataSource.manager
      .createQueryBuilder(Entry, 'entry')
      .innerJoin(Posting, 'posting', 'posting.id = entry.postingId')
      .innerJoin(Account, 'account', 'account.id = entry.accountId')
      .where('account.ownerId = :personId AND account.kind IN (:...pockets)', {
        personId,
        pockets: ['person_own', 'person_gift'],
      })
      .andWhere('entry.createdAt >= :from AND entry.createdAt < :to', monthSpan(month))
  }
}
