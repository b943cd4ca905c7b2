import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import { marks, rowsIn, selectRows } from '../database/rows.js'
import { MandateActsService, type MandateBook } from '../people/mandate-acts.service.js'
import { PeopleService, type Dossier } from '../people/people.service.js'

import { Canteen } from './canteen.entity.js'
import { Diet } from './diet.entity.js'
import { Dish } from './dish.entity.js'
import { DoorstepsQueries } from './doorsteps.queries.js'
import { Offer } from './offer.entity.js'
import { SittingFactsQueries } from './sitting-facts.queries.js'
import { Sitting } from './sitting.entity.js'
import type { SittingRows } from './sitting.view.js'
import { Slot } from './slot.entity.js'
import { WaitsQueries } from './waits.queries.js'

/** Somebody looks at a sitting, for themself or for whom they act; null who has not signed in. */
export interface Look {
  callerId: string | null
  sittingId: string
  forPersonId: string | undefined
}

/** A look of somebody who has signed in. */
export type OwnLook = Look & { callerId: string }

/** Whether who looks has signed in. */
export const isOwn = (look: Look): look is OwnLook => look.callerId !== null

/** What a round of looks is answered from. */
export interface LookTable {
  sittings: ReadonlyMap<string, SittingRows>
  people: ReadonlyMap<string, Dossier>
  mandates: MandateBook
  /** Allergens that somebody does not eat, by person. */
  avoid: ReadonlyMap<string, readonly string[]>
}

/** Whose prices and portions are shown. */
export const eaterOf = ({ callerId, forPersonId }: OwnLook): string => forPersonId ?? callerId

/** Lays out the rows that looks at sittings are answered from: one round trip and eleven statements, however many look. */
@Injectable()
export class SittingTablesQueries {
  constructor(
    private readonly facts: SittingFactsQueries,
    private readonly people: PeopleService,
    private readonly mandates: MandateActsService,
    private readonly doorsteps: DoorstepsQueries,
    private readonly waits: WaitsQueries,
  ) {}

  /** Lays the table for these looks; a sitting that is not there is missing. */
  async lay(from: EntityManager, looks: readonly Look[]): Promise<LookTable> {
    const sittingIds = [...new Set(looks.map(({ sittingId }) => sittingId))]
    const known = this.facts.known(sittingIds) ?? (await this.facts.learn(from, sittingIds))
    const ids = known.map(({ id }) => id)
    const own = looks.filter(isOwn)
    const eaterIds = own.map(eaterOf)
    const pairs = own.map((look) => ({ agentId: look.callerId, principalId: eaterOf(look) }))
    const [sittings, people, mandates, diets] = await Promise.all([
      this.sittingRows(
        from,
        ids,
        known.map(({ canteenId }) => canteenId),
      ),
      this.people.dossiers(eaterIds, from),
      this.mandates.lookUp(from, pairs),
      rowsIn(from, Diet, 'person_id', eaterIds),
    ])
    return { sittings, people, mandates, avoid: new Map(diets.map(({ personId, avoid }) => [personId, avoid])) }
  }

  private async sittingRows(
    from: EntityManager,
    ids: readonly string[],
    canteenIds: readonly string[],
  ): Promise<Map<string, SittingRows>> {
    if (ids.length === 0) return new Map()
    const [sittings, canteens, offers, dishes, slots, delivering, lines] = await Promise.all([
      rowsIn(from, Sitting, 'id', ids),
      rowsIn(from, Canteen, 'id', canteenIds),
      selectRows(from, Offer, { where: onOffer(ids), parameters: ids, orderBy: 'position' }),
      selectRows(from, Dish, {
        where: `id IN (SELECT dish_id FROM canteen_offer WHERE ${onOffer(ids)})`,
        parameters: ids,
      }),
      selectRows(from, Slot, { where: `sitting_id IN (${marks(ids)})`, parameters: ids, orderBy: 'from_at' }),
      this.doorsteps.delivering(from, canteenIds),
      this.waits.lines(from, ids),
    ])
    const canteenById = new Map(canteens.map((row) => [row.id, row]))
    const dishById = new Map(dishes.map((row) => [row.id, row]))
    const offersOf = (id: string): SittingRows['offers'] =>
      offers.flatMap((offer) => {
        const dish = dishById.get(offer.dishId)
        return offer.sittingId === id && dish !== undefined ? [{ offer, dish }] : []
      })
    return new Map(
      sittings.flatMap((sitting): [string, SittingRows][] => {
        const { id, canteenId } = sitting
        const canteen = canteenById.get(canteenId)
        if (canteen === undefined) return []
        const own = { offers: offersOf(id), slots: slots.filter(({ sittingId }) => sittingId === id) }
        return [[id, { sitting, canteen, ...own, delivers: delivering.has(canteenId), waiting: lines.get(id) ?? [] }]]
      }),
    )
  }
}

/** Offers of so many sittings that the canteen has not taken back. */
const onOffer = (sittingIds: readonly string[]): string =>
  `sitting_id IN (${marks(sittingIds)}) AND withdrawn_at IS NULL`
