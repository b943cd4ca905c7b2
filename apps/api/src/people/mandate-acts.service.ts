/*
 * What must never happen: something done for somebody who has said no, or above the daily cap. A {@link MandateBook} is opened on
 * locked rows and kept in the transaction of what is done; revoking changes the same row, so one of the two comes first.
 */
import { Injectable } from '@nestjs/common'
import { IsNull, Not, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { insertRows, setInRows } from '../database/bulk.js'
import { marks, rowsIn, selectRows } from '../database/rows.js'

import { Act } from './act.entity.js'
import { MandateBook, type ActRequest, type CountedAct } from './mandate-book.js'
import { Mandate } from './mandate.entity.js'
import { pairOf } from './mandate.rules.js'

export { MandateBook, type ActRequest, type Standing } from './mandate-book.js'

/** What is done under mandates: looked at, counted against the cap, written down, undone. */
@Injectable()
export class MandateActsService {
  constructor(private readonly clock: Clock) {}

  /** The mandates between these people, to look at. */
  async lookUp(from: EntityManager, pairs: readonly { agentId: string; principalId: string }[]): Promise<MandateBook> {
    return new MandateBook(await rowsIn(from, Mandate, 'live_pair', pairsOf(pairs)), this.clock.today())
  }

  /** The mandates between these people, locked to be acted under; {@link keep} writes what was done. */
  async open(tx: EntityManager, pairs: readonly { agentId: string; principalId: string }[]): Promise<MandateBook> {
    const livePairs = pairsOf(pairs)
    if (livePairs.length === 0) return new MandateBook([], this.clock.today())
    const mandates = await selectRows(tx, Mandate, {
      where: `live_pair IN (${marks(livePairs)})`,
      parameters: livePairs,
      lockBy: 'uq_people_mandate_live_pair',
    })
    return new MandateBook(mandates, this.clock.today())
  }

  /** Writes what was done under an opened book since it was written last, each act for the first time. */
  async keep(tx: EntityManager, book: MandateBook): Promise<void> {
    const { acts, spent } = book.take()
    await Promise.all([this.spend(tx, book.today, spent), this.note(tx, book.today, acts)])
  }

  /**
   * Does one thing for somebody: counts it against the cap and writes it down; what was undone in an order is done again. Answers
   * whose money pays. Throws `people.no_mandate` (403) and `mandates.cap_reached` (409).
   */
  async act(tx: EntityManager, request: ActRequest): Promise<string> {
    const book = await this.open(tx, [request])
    const payerId = book.act(request)
    const { acts, spent } = book.take()
    await this.spend(tx, book.today, spent)
    for (const act of acts) {
      const again = await this.redo(tx, act.orderId, { mandateId: act.mandateId, day: book.today })
      if (!again) await this.note(tx, book.today, [act])
    }
    return payerId
  }

  private spend(tx: EntityManager, spentDay: string, spent: ReadonlyMap<string, number>): Promise<void> {
    return setInRows(
      tx,
      Mandate,
      [...spent].map(([id, spentFen]) => ({ id, set: { spentFen, spentDay } })),
    )
  }

  private note(tx: EntityManager, day: string, acts: readonly CountedAct[]): Promise<void> {
    const createdAt = this.clock.now()
    return insertRows(
      tx,
      Act,
      acts.map((act) => ({ id: newId(), ...act, day, undoneAt: null, createdAt })),
    )
  }

  private async redo(tx: EntityManager, orderId: string | null, act: Pick<Act, 'mandateId' | 'day'>): Promise<boolean> {
    if (orderId === null) return false
    const { affected } = await tx.update(Act, { orderId, undoneAt: Not(IsNull()) }, { ...act, undoneAt: null })
    return affected === 1
  }

  /** What was done in an order is undone: the cap of that day gets it back. Nothing happens when nobody acted. */
  async undoOrder(tx: EntityManager, orderId: string): Promise<void> {
    const act = await tx.findOneBy(Act, { orderId })
    if (act === null) return
    const { affected } = await tx.update(Act, { id: act.id, undoneAt: IsNull() }, { undoneAt: this.clock.now() })
    if (affected !== 1) return
    await tx
      .createQueryBuilder()
      .update(Mandate)
      .set({ spentFen: () => 'spent_fen - :amount' })
      .where('id = :id AND spent_day = :day AND spent_fen >= :amount')
      .setParameters({ id: act.mandateId, day: act.day, amount: act.amountFen })
      .execute()
  }
}

/** Keys of the mandates that acting for others needs, each once, in order; acting for oneself needs none. */
function pairsOf(pairs: readonly { agentId: string; principalId: string }[]): string[] {
  const others = pairs.filter(({ agentId, principalId }) => agentId !== principalId)
  return [...new Set(others.map(({ agentId, principalId }) => pairOf(principalId, agentId)))].sort()
}
