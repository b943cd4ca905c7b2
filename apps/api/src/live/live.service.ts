import { Injectable } from '@nestjs/common'
import type { LiveTopic } from '@wanli/contracts/live'
import { LessThan, Raw, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { insertRows } from '../database/bulk.js'
import { marks, selectRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'

import { LiveEventRow, type StoredChange } from './live-event.entity.js'

const KEPT_MS = 24 * 3_600_000

/** So many changes of one row are well within a `text` of MySQL (64 KB). */
const CHANGES_OF_ROW = 200

/** Who is told: one person, or the staff of a canteen. */
export type LiveAudience = { personId: string } | { canteenId: string }

/** What changed: the topic and the id of the row, never what it says. */
export interface LiveChange {
  topic: LiveTopic
  audience: LiveAudience
  id: string
}

/** The audience as it is stored. */
export const audienceText = (audience: LiveAudience): string =>
  'personId' in audience ? `person:${audience.personId}` : `canteen:${audience.canteenId}`

/** Writes of what streams tell. */
@Injectable()
export class LiveService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Notes changes, in the transaction that makes them; streams of every process tell them once it is committed. */
  async changed(tx: EntityManager, ...changes: LiveChange[]): Promise<void> {
    if (changes.length === 0) return
    const createdAt = this.clock.now()
    const stored = changes.map(({ topic, audience, id }): StoredChange => [topic, audienceText(audience), id])
    const rows: Omit<LiveEventRow, 'id'>[] = []
    for (let from = 0; from < stored.length; from += CHANGES_OF_ROW)
      rows.push({ changes: stored.slice(from, from + CHANGES_OF_ROW), createdAt })
    await insertRows<Omit<LiveEventRow, 'id'>>(tx, LiveEventRow, rows)
  }

  /** Deletes events older than a day: who was away longer asks for everything anyway. */
  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS)
    await this.transactions.run((tx) => tx.delete(LiveEventRow, { createdAt: LessThan(before) }))
  }

  /** Deletes the events of a person who is erased. */
  async forgetPerson(tx: EntityManager, personId: string): Promise<void> {
    const own = audienceText({ personId })
    const theirs = Raw((column) => `${column} LIKE :own`, { own: `%"${own}"%` })
    const found = await tx.find(LiveEventRow, { where: { changes: theirs }, select: { id: true } })
    if (found.length === 0) return
    const ids = found.map(({ id }) => id)
    // Locked before they are read whole: another person of the same row may be erased at this moment.
    const where = `id IN (${marks(ids)})`
    const rows = await selectRows(tx, LiveEventRow, { where, parameters: ids, orderBy: 'id', lockBy: 'PRIMARY' })
    for (const { id, changes } of rows) {
      const others = changes.filter(([, audience]) => audience !== own)
      if (others.length === 0) await tx.delete(LiveEventRow, { id })
      else await tx.update(LiveEventRow, { id }, { changes: others })
    }
  }
}
