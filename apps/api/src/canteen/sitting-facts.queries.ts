import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'

import { Sitting } from './sitting.entity.js'

/** What of a sitting never changes. */
export type SittingFacts = Pick<Sitting, 'id' | 'canteenId' | 'day'>

/** More sittings than are open at once; older ones are asked for again. */
const REMEMBERED = 1_000

/** Which canteen and day sittings belong to: asked for once in a process, so that what hangs on them can be read in the same breath. */
@Injectable()
export class SittingFactsQueries {
  private readonly kept = new Map<string, SittingFacts>()

  /** Facts of these sittings without asking; undefined when one of them is new here. */
  known(sittingIds: readonly string[]): SittingFacts[] | undefined {
    const facts = sittingIds.flatMap((id) => this.kept.get(id) ?? [])
    return facts.length === sittingIds.length ? facts : undefined
  }

  /** Reads the facts of these sittings, for now and later; those that are not there are missing. */
  async learn(from: EntityManager, sittingIds: readonly string[]): Promise<SittingFacts[]> {
    const rows = await from.find(Sitting, {
      select: { id: true, canteenId: true, day: true },
      where: { id: In([...sittingIds]) },
    })
    const facts = rows.map(({ id, canteenId, day }) => ({ id, canteenId, day }))
    if (this.kept.size + facts.length > REMEMBERED) this.kept.clear()
    for (const one of facts) this.kept.set(one.id, one)
    return facts
  }
}
