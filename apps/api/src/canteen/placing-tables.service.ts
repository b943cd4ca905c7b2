import { Injectable } from '@nestjs/common'
import type { PlaceOrderRequest } from '@wanli/contracts/canteen'
import { In, type EntityManager } from 'typeorm'

import { lockRows } from '../database/locking.js'
import { MandatesService, type MandateBook } from '../people/mandates.service.js'
import { PeopleService, type Dossier } from '../people/people.service.js'
import { OrderMoneyService } from '../wallet/order-money.service.js'

import { Canteen } from './canteen.entity.js'
import { Diet } from './diet.entity.js'
import { DoorstepsQueries } from './doorsteps.queries.js'
import { Dish } from './dish.entity.js'
import { eaterFacts } from './eaters.queries.js'
import { Offer } from './offer.entity.js'
import { Order } from './order.entity.js'
import { earlierKey, rightOf, type EarlierOrder, type PlacingTable, type TableEater } from './placing.rules.js'
import { PUTUO_2025_12 } from './scheme.js'
import { Sitting } from './sitting.entity.js'
import { Slot } from './slot.entity.js'
import { SubsidyUse } from './subsidy-use.entity.js'

/** Somebody asks for a meal. */
export interface Ask {
  callerId: string
  body: PlaceOrderRequest
}

/** What a batch of orders is decided on and answered with. */
export interface LaidTable extends PlacingTable {
  canteens: ReadonlyMap<string, Canteen>
  people: ReadonlyMap<string, Dossier>
  mandates: MandateBook
}

const eaterOf = ({ callerId, body }: Ask): string => body.forPersonId ?? callerId

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Lays out the rows that a batch of orders is decided on: a fixed number of statements, however many orders there are. What orders
 * take from is locked, in the one order of `docs/architecture.md`: mandates, offers by id, slots, sittings, pockets.
 */
@Injectable()
export class PlacingTablesService {
  constructor(
    private readonly people: PeopleService,
    private readonly mandates: MandatesService,
    private readonly money: OrderMoneyService,
    private readonly doorsteps: DoorstepsQueries,
  ) {}

  /** Lays the table for these requests. */
  async lay(tx: EntityManager, asks: readonly Ask[]): Promise<LaidTable> {
    const mandates = await this.mandates.open(
      tx,
      asks.map((ask) => ({ agentId: ask.callerId, principalId: eaterOf(ask) })),
    )
    const offers = await lockRows(
      tx,
      Offer,
      asks.flatMap(({ body }) => body.lines.map((line) => line.offerId)),
    )
    const slots = await lockRows(
      tx,
      Slot,
      asks.flatMap(({ body }) => body.slotId ?? []),
    )
    const sittings = byId(
      await lockRows(
        tx,
        Sitting,
        asks.map(({ body }) => body.sittingId),
      ),
    )
    // With `payer: principal` the eater's own money may pay, so both pockets are on the table.
    const balances = await this.money.lockBalances(
      tx,
      asks.flatMap((ask) => [ask.callerId, eaterOf(ask)]),
    )
    const earlier = await this.earlier(tx, asks)
    const agents = [...earlier.values()].flatMap((orders) => orders.map((order) => order.placedById))
    const people = await this.people.dossiers([...asks.flatMap((ask) => [ask.callerId, eaterOf(ask)]), ...agents], tx)
    return {
      sittings,
      offers: byId(offers),
      slots: byId(slots),
      balances,
      mandates,
      people,
      dishes: byId(await tx.findBy(Dish, { id: In([...new Set(offers.map((offer) => offer.dishId))]) })),
      canteens: byId(await tx.findBy(Canteen, { id: In([...sittings.values()].map((sitting) => sitting.canteenId)) })),
      eaters: await this.eaters(tx, asks, people),
      subsidiesUsed: await this.subsidiesUsed(tx, asks, sittings),
      earlier,
      doorsteps: await this.doorsteps.find(
        tx,
        asks.flatMap(({ body }) => (body.mode === 'delivery' ? (body.addressId ?? []) : [])),
      ),
      names: new Map([...people].map(([id, { brief }]) => [id, brief.name])),
    }
  }

  private async eaters(
    tx: EntityManager,
    asks: readonly Ask[],
    people: ReadonlyMap<string, Dossier>,
  ): Promise<Map<string, TableEater>> {
    const ids = [...new Set(asks.map(eaterOf))]
    const diets = new Map((await tx.findBy(Diet, { personId: In(ids) })).map((diet) => [diet.personId, diet.avoid]))
    return new Map(
      ids.flatMap((id) => {
        const dossier = people.get(id)
        if (dossier === undefined) return []
        const { brief, factsOn } = dossier
        return [[id, { brief, factsAt: (day: string) => eaterFacts(factsOn(day)), avoid: diets.get(id) ?? [] }]]
      }),
    )
  }

  private async subsidiesUsed(
    tx: EntityManager,
    asks: readonly Ask[],
    sittings: ReadonlyMap<string, Sitting>,
  ): Promise<Set<string>> {
    const days = [...new Set([...sittings.values()].map((sitting) => sitting.day))]
    const personId = In([...new Set(asks.map(eaterOf))])
    const uses = await tx.findBy(SubsidyUse, { personId, day: In(days), scheme: PUTUO_2025_12.version })
    return new Set(uses.map((use) => rightOf(use.personId, use.day)))
  }

  private async earlier(tx: EntityManager, asks: readonly Ask[]): Promise<Map<string, EarlierOrder[]>> {
    const orders = await tx.find(Order, {
      select: { id: true, sittingId: true, eaterId: true, placedById: true, status: true, pickupNumber: true },
      where: {
        eaterId: In([...new Set(asks.map(eaterOf))]),
        sittingId: In([...new Set(asks.map(({ body }) => body.sittingId))]),
      },
    })
    const earlier = new Map<string, EarlierOrder[]>()
    for (const order of orders) {
      const key = earlierKey(order.sittingId, order.eaterId)
      earlier.set(key, [...(earlier.get(key) ?? []), order])
    }
    return earlier
  }
}
