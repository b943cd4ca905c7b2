/*
 * What must never happen: a drawer whose books say something else than what was counted, after its day is closed. The difference is
 * booked in the transaction that closes, against `cash_difference`.
 */
import { Injectable } from '@nestjs/common'
import type { PostingKind } from '@wanli/contracts/wallet'
import type { EntityManager } from 'typeorm'

import { Account } from './account.entity.js'
import { Entry } from './entry.entity.js'
import { LedgerService } from './ledger.service.js'
import { Posting } from './posting.entity.js'

/** What went through a drawer in some time, in fen. */
export interface DrawerMoves {
  topUpsFen: number
  paidOutFen: number
  refundedFen: number
}

/** Drawers as those see them who close a day. */
@Injectable()
export class DrawersService {
  constructor(private readonly ledger: LedgerService) {}

  /** What went in as top-ups, and out as balances paid out and meals given back, in a span of time. */
  async movedIn(
    from: EntityManager,
    ownerId: string,
    { since, until }: { since: Date; until: Date },
  ): Promise<DrawerMoves> {
    const rows = await from
      .createQueryBuilder(Entry, 'entry')
      .innerJoin(Account, 'account', 'account.id = entry.accountId')
      .innerJoin(Posting, 'posting', 'posting.id = entry.postingId')
      .select('posting.kind', 'kind')
      .addSelect('SUM(entry.amountFen)', 'fen')
      .where(`account.kind = 'cash_drawer' AND account.ownerId = :ownerId`, { ownerId })
      .andWhere('entry.createdAt >= :since AND entry.createdAt < :until', { since, until })
      .groupBy('posting.kind')
      .getRawMany<{ kind: PostingKind; fen: string | number }>()
    // A drawer's account is negative by what lies in it.
    const inFen = (kind: PostingKind): number => 0 - Number(rows.find((row) => row.kind === kind)?.fen ?? 0)
    return { topUpsFen: inFen('top_up_cash'), paidOutFen: 0 - inFen('payout'), refundedFen: 0 - inFen('order_refund') }
  }

  /** Books that a drawer held more (positive) or less than the books said, in fen. `name` says of which count it is. */
  async bookDifference(tx: EntityManager, ownerId: string, differenceFen: number, name: string): Promise<void> {
    if (differenceFen === 0) return
    await this.ledger.post(tx, {
      kind: 'cash_difference',
      memo: '日结现金差额',
      orderId: null,
      dedupeKey: `cash_difference:${name}`,
      moves: [
        { kind: 'cash_drawer', ownerId, amountFen: -differenceFen },
        { kind: 'cash_difference', ownerId, amountFen: differenceFen },
      ],
    })
  }
}
