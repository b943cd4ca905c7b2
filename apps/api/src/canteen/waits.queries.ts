import { Injectable } from '@nestjs/common'
import { type EntityManager } from 'typeorm'

import { Wait } from './wait.entity.js'

/** Reads of those who wait for a meal that is given up. */
@Injectable()
export class WaitsQueries {
  /** How many wait before a person in a sitting; null when they do not wait. */
  async ahead(from: EntityManager, sittingId: string, personId: string): Promise<number | null> {
    const line = await this.line(from, sittingId)
    const place = line.indexOf(personId)
    return place < 0 ? null : place
  }

  /** Who waits in a sitting, longest first. */
  async line(from: EntityManager, sittingId: string): Promise<string[]> {
    const rows = await from.find(Wait, { where: { sittingId }, order: { createdAt: 'ASC', id: 'ASC' } })
    return rows.map((row) => row.personId)
  }
}
