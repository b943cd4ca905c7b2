import { Injectable } from '@nestjs/common'
import { type EntityManager } from 'typeorm'

import { marks, selectRows } from '../database/rows.js'

import { Wait } from './wait.entity.js'

/** How many stand before a person in a line; null when they do not stand in it. */
export function placeIn(line: readonly string[], personId: string): number | null {
  const place = line.indexOf(personId)
  return place < 0 ? null : place
}

/** Reads of those who wait for a meal that is given up. */
@Injectable()
export class WaitsQueries {
  /** How many wait before a person in a sitting; null when they do not wait. */
  async ahead(from: EntityManager, sittingId: string, personId: string): Promise<number | null> {
    return placeIn(await this.line(from, sittingId), personId)
  }

  /** Who waits in a sitting, longest first. */
  async line(from: EntityManager, sittingId: string): Promise<readonly string[]> {
    return (await this.lines(from, [sittingId])).get(sittingId) ?? []
  }

  /** Who waits in each of these sittings, longest first; a sitting in which nobody waits is missing. */
  async lines(from: EntityManager, sittingIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await selectRows(from, Wait, {
      where: `sitting_id IN (${marks(sittingIds)})`,
      parameters: sittingIds,
      orderBy: 'created_at, id',
    })
    const lines = new Map<string, string[]>()
    for (const { sittingId, personId } of rows) {
      const line = lines.get(sittingId)
      if (line === undefined) lines.set(sittingId, [personId])
      else line.push(personId)
    }
    return lines
  }
}
