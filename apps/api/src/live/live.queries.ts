import { Injectable } from '@nestjs/common'
import type { LiveChanges, LiveEvent, LiveTopic } from '@wanli/contracts/live'
import { DataSource, MoreThan } from 'typeorm'

import { scopesOf, type Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { InvalidRequestError } from '../common/invalid-request.js'

import { LiveEventRow, type StoredChange } from './live-event.entity.js'
import { advance, MAX_PENDING, readPosition, writePosition, type Position } from './position.rules.js'

/** Rows of one look that may be new to a reader; who is further behind looks again. */
const PAGE = 200

/** Who is further behind than so many looks is told that everything has changed: reading all of it would cost more than asking anew. */
const MOST_LOOKS = 25

/** Whether a change is for a caller: their own, or of a board of theirs. */
export function audienceOf(caller: Caller): (change: StoredChange) => boolean {
  const own = new Set([`person:${caller.personId}`])
  // Cooks and couriers of a canteen look at its boards.
  for (const role of ['canteen_staff', 'courier'] as const) {
    const canteens = scopesOf(caller, role)
    if (canteens === 'everywhere') return ([, audience]) => own.has(audience) || audience.startsWith('canteen:')
    for (const canteen of canteens) own.add(`canteen:${canteen}`)
  }
  return ([, audience]) => own.has(audience)
}

/** Events without repetitions: a client asks once for what changed twice. */
export function toEvents(changes: StoredChange[]): LiveEvent[] {
  const byName = new Map(changes.map(([topic, , id]) => [`${topic} ${id}`, { topic, id }]))
  return [...byName.values()]
}

/** What a caller may hear of, all of it. */
function everythingOf(caller: Caller): LiveEvent[] {
  const boards = (['canteen_staff', 'courier'] as const).flatMap((role) => scopesOf(caller, role))
  const topics = ['notices', 'orders', 'wallet', 'mandates', ...new Set(boards.map((id) => `board:${id}` as const))]
  return (topics as LiveTopic[]).map((topic) => ({ topic, id: caller.personId }))
}

/** Reads of what changed. */
@Injectable()
export class LiveQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Where a reader begins who has just asked for everything: behind what is committed, but before what may still commit. */
  async start(): Promise<Position> {
    const last = await this.dataSource.manager.find(LiveEventRow, { order: { id: 'DESC' }, take: MAX_PENDING })
    const first = last.at(-1)
    if (first === undefined) return { floor: 0, pending: [] }
    return advance({ floor: first.id - 1, pending: [] }, last.reverse(), this.clock.now()).position
  }

  /** One look: what is new to a reader, and where it is then. `more` when it should look again at once. */
  async look(position: Position): Promise<{ position: Position; fresh: StoredChange[]; more: boolean }> {
    // What the reader knows behind a gap is read again, and leaves room for what it does not: each look gets on.
    const take = PAGE + position.pending.length
    const where = { id: MoreThan(position.floor) }
    const rows = await this.dataSource.manager.find(LiveEventRow, { where, order: { id: 'ASC' }, take })
    const read = advance(position, rows, this.clock.now())
    const fresh = read.fresh.flatMap(({ changes }) => changes)
    return { position: read.position, fresh, more: rows.length === take }
  }

  /** What changed for a caller since `after`; nothing, and where to begin, without it. 422 when `after` is not one of ours. */
  async changes(caller: Caller, after: string | undefined): Promise<LiveChanges> {
    if (after === undefined) return { cursor: writePosition(await this.start()), items: [] }
    let position = readPosition(after)
    if (position === undefined) throw new InvalidRequestError([{ path: 'after', rule: 'cursor', message: '编号不对' }])
    const isMine = audienceOf(caller)
    const mine: StoredChange[] = []
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const look = await this.look(position)
      position = look.position
      mine.push(...look.fresh.filter(isMine))
      if (!look.more) return { cursor: writePosition(position), items: toEvents(mine) }
    }
    return { cursor: writePosition(await this.start()), items: everythingOf(caller) }
  }
}
