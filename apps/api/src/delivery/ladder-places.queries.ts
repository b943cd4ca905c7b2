import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'

import { SealingService } from '../privacy/sealing.service.js'

import { LadderPlace } from './ladder-place.entity.js'
import type { LadderContact, Reachable } from './ladder.rules.js'

/** Which place of a ladder is whose. */
@Injectable()
export class LadderPlacesQueries {
  constructor(private readonly sealing: SealingService) {}

  /** The places of each order's ladder: those that are fixed, then who is to be called besides; by order id. */
  async of(
    from: EntityManager,
    contacts: ReadonlyMap<string, readonly Reachable[]>,
  ): Promise<Map<string, LadderContact[]>> {
    const orderId = In([...contacts.keys()])
    const fixed = await from.find(LadderPlace, { where: { orderId }, order: { nth: 'ASC' } })
    return new Map(
      [...contacts].map(([id, people]) => [
        id,
        this.placesOf(
          id,
          people,
          fixed.filter((place) => place.orderId === id),
        ),
      ]),
    )
  }

  private placesOf(orderId: string, people: readonly Reachable[], fixed: readonly LadderPlace[]): LadderContact[] {
    const byNumber = new Map<string, Reachable>()
    for (const one of people) {
      const whom = this.sealing.blind(`delivery_ladder_place ${orderId}`, one.phone)
      // Nobody is called twice: the first name for a number is the one that counts.
      if (!byNumber.has(whom)) byNumber.set(whom, one)
    }
    const known = fixed.map(({ nth, whom }): LadderContact => ({ nth, whom, who: byNumber.get(whom) ?? null }))
    const taken = new Set(fixed.map(({ whom }) => whom))
    const next = (fixed.at(-1)?.nth ?? -1) + 1
    const rest = [...byNumber].filter(([whom]) => !taken.has(whom))
    return [...known, ...rest.map(([whom, who], n): LadderContact => ({ nth: next + n, whom, who }))]
  }
}
