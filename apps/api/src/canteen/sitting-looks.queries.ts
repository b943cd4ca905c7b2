/*
 * What must never happen: somebody shown another's price, or portions older than their question. All who ask while one round is read
 * are answered by the next, whose rows are read after they asked; what a round makes is shared among those of the same rate, age group
 * and diet in that round, and thrown away with it. Who has not signed in is nobody in particular: no row of a person is read for them.
 */
import { Injectable } from '@nestjs/common'
import type { PriceBasis, SittingView } from '@wanli/contracts/canteen'
import { DataSource } from 'typeorm'

import { AdaptiveBatch, type Outcome } from '../common/adaptive-batch.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { DomainError } from '../common/domain-error.js'
import { Rendered, SharedPart } from '../common/rendered.js'
import { readTogether } from '../database/together.js'

import { basisOf, eaterFacts, GUEST_BASIS } from './eaters.queries.js'
import { isForPool } from './pool.rules.js'
import {
  eaterOf,
  isOwn,
  SittingTablesQueries,
  type Look,
  type LookTable,
  type OwnLook,
} from './sitting-tables.queries.js'
import { toSharedSitting, type SharedSitting } from './sitting.view.js'
import { placeIn } from './waits.queries.js'

const LIMITS = { batch: 500, queue: 20_000 }

/** Looks at a sitting: many at noon, and each with prices of their own. */
@Injectable()
export class SittingLooksQueries {
  private readonly looks = new AdaptiveBatch<Look, Rendered<SittingView>>((looks) => this.answer(looks), LIMITS)

  constructor(
    private readonly dataSource: DataSource,
    private readonly tables: SittingTablesQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * A sitting with its dishes, portions left, slots, and the prices of the caller or of the person they act for; list prices to who has
   * not signed in. Throws `canteen.sitting_not_found` (404), `people.no_mandate` (403), `auth.required` (401) to a guest who asks for
   * somebody else's prices, and `request.busy` (503).
   */
  async sitting(
    caller: Caller | undefined,
    id: string,
    forPersonId: string | undefined,
  ): Promise<Rendered<SittingView>> {
    if (caller === undefined && forPersonId !== undefined) throw new DomainError('auth.required')
    return this.looks.submit({ callerId: caller?.personId ?? null, sittingId: id, forPersonId })
  }

  private async answer(looks: Look[]): Promise<Outcome<Rendered<SittingView>>[]> {
    const table = await readTogether(this.dataSource, (from) => this.tables.lay(from, looks))
    const round = new Round(table, this.clock.now())
    return looks.map((look) => {
      try {
        return { answer: round.answer(look) }
      } catch (error) {
        return { error }
      }
    })
  }
}

/** One table and one instant, and what has been made of them so far. */
class Round {
  private readonly shared = new Map<string, SharedPart<SharedSitting>>()

  constructor(
    private readonly table: LookTable,
    private readonly now: Date,
  ) {}

  answer(look: Look): Rendered<SittingView> {
    const rows = this.table.sittings.get(look.sittingId)
    if (rows === undefined) throw new DomainError('canteen.sitting_not_found')
    const { basis, avoid } = isOwn(look) ? this.eater(look, rows.sitting.day) : { basis: GUEST_BASIS, avoid: [] }
    const kind = { percent: basis.percent, forPool: isForPool(basis.age, 'dine_in'), avoid }
    const key = JSON.stringify([look.sittingId, kind.percent, kind.forPool, kind.avoid])
    let shared = this.shared.get(key)
    if (shared === undefined) {
      shared = new SharedPart(toSharedSitting(rows, kind, this.now))
      this.shared.set(key, shared)
    }
    return Rendered.of(shared, { basis, waitingAhead: isOwn(look) ? placeIn(rows.waiting, look.callerId) : null })
  }

  /** Whose prices are shown, and what they do not eat. */
  private eater(look: OwnLook, day: string): { basis: PriceBasis; avoid: readonly string[] } {
    const eaterId = eaterOf(look)
    this.table.mandates.standing(look.callerId, eaterId, 'meals')
    const { brief, factsOn } = defined(this.table.people.get(eaterId), 'whoever looks at a sitting')
    const basis = basisOf({ brief, facts: eaterFacts(factsOn(day)) }, day)
    return { basis, avoid: this.table.avoid.get(eaterId) ?? [] }
  }
}
