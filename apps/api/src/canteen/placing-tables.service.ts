import { Injectable } from '@nestjs/common'
import type { PlaceOrderRequest } from '@wanli/contracts/canteen'
import type { EntityManager } from 'typeorm'

import { lockRows, marks, rowsIn, selectRows } from '../database/rows.js'
import { MandateActsService, type MandateBook } from '../people/mandate-acts.service.js'
import { PeopleService, type Dossier } from '../people/people.service.js'
import type { LedgerBook } from '../wallet/ledger.service.js'
import { OrderMoneyService } from '../wallet/order-money.service.js'

import { Canteen } from './canteen.entity.js'
import { Diet } from './diet.entity.js'
import { Dish } from './dish.entity.js'
import { DoorstepsQueries } from './doorsteps.queries.js'
import { earlierOrders, type MealAsked } from './earlier-orders.queries.js'
import { eaterFacts } from './eaters.queries.js'
import { GuestsQueries } from './guests.queries.js'
import { Offer } from './offer.entity.js'
import type { Order } from './order.entity.js'
import { rightOf, type PlacingTable, type TableEater } from './placing.rules.js'
import { PUTUO_2025_12 } from './scheme.js'
import { Sitting } from './sitting.entity.js'
import { SittingFactsQueries, type SittingFacts } from './sitting-facts.queries.js'
import { Slot } from './slot.entity.js'
import { SubsidyUse } from './subsidy-use.entity.js'

/** Somebody asks for a meal. */
export interface Ask {
  callerId: string
  door: Order['door']
  body: PlaceOrderRequest
  /** The number of a meal that was taken back for this one; told together with it. */
  insteadOf: string | null
}

/** What orders take from, locked until the transaction ends. */
interface LockedRows extends Pick<PlacingTable, 'doorsteps' | 'offers' | 'slots' | 'sittings'> {
  mandates: MandateBook
  /** What the orders' money comes from and goes to. */
  ledger: LedgerBook
}

/** What orders are decided and answered with. */
interface ReadRows extends Omit<PlacingTable, keyof LockedRows | 'balances'> {
  canteens: ReadonlyMap<string, Canteen>
  people: ReadonlyMap<string, Dossier>
  /** Whoever of the eaters is nobody in particular. */
  guests: ReadonlySet<string>
}

/** What a batch of orders is decided on and answered with. */
export interface LaidTable extends LockedRows, ReadRows, PlacingTable {}

/** Which rows a batch of orders needs. */
interface Wanted {
  asks: readonly Ask[]
  known: readonly SittingFacts[]
  sittingIds: readonly string[]
  eaterIds: readonly string[]
  personIds: string[]
  canteenIds: readonly string[]
  offerIds: readonly string[]
}

const eaterOf = ({ callerId, body }: Ask): string => body.forPersonId ?? callerId

const mealAsked = (ask: Ask): MealAsked => ({
  callerId: ask.callerId,
  eaterId: eaterOf(ask),
  sittingId: ask.body.sittingId,
})

const sittingsOf = (asks: readonly Ask[]): string[] => [...new Set(asks.map(({ body }) => body.sittingId))]

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Lays out the rows that a batch of orders is decided on, in one round trip however many orders there are. What orders take from is
 * locked, in the one order of `docs/architecture.md`: addresses, mandates, offers by id, slots, sittings, pockets, shared accounts.
 */
@Injectable()
export class PlacingTablesService {
  constructor(
    private readonly sittings: SittingFactsQueries,
    private readonly people: PeopleService,
    private readonly mandates: MandateActsService,
    private readonly money: OrderMoneyService,
    private readonly doorsteps: DoorstepsQueries,
    private readonly guests: GuestsQueries,
  ) {}

  /** Lays the table for these requests. */
  async lay(tx: EntityManager, asks: readonly Ask[]): Promise<LaidTable> {
    const sittingIds = sittingsOf(asks)
    // Not awaited when all are known: what is issued below travels with what was issued before.
    const known = this.sittings.known(sittingIds) ?? (await this.sittings.learn(tx, sittingIds))
    const wanted = wantedBy(asks, known)
    const [locked, read] = await Promise.all([this.lock(tx, wanted), this.read(tx, wanted)])
    const balances = new Map(wanted.personIds.map((id) => [id, spendable(locked.ledger, id)]))
    return { ...locked, ...read, balances }
  }

  /** Locks what these requests take from, for who moves some of it in the same transaction before the table is laid. */
  async hold(tx: EntityManager, asks: readonly Ask[]): Promise<void> {
    const sittingIds = sittingsOf(asks)
    const known = this.sittings.known(sittingIds) ?? (await this.sittings.learn(tx, sittingIds))
    await this.lock(tx, wantedBy(asks, known))
  }

  /** What orders take from, issued in the order in which rows are locked. */
  private async lock(
    tx: EntityManager,
    { asks, offerIds, sittingIds, personIds, canteenIds }: Wanted,
  ): Promise<LockedRows> {
    const [doorsteps, mandates, offers, slots, sittings, ledger] = await Promise.all([
      this.doorsteps.lock(
        tx,
        asks.flatMap(({ body }) => (body.mode === 'delivery' ? (body.addressId ?? []) : [])),
      ),
      this.mandates.open(
        tx,
        asks.map((ask) => ({ agentId: ask.callerId, principalId: eaterOf(ask) })),
      ),
      lockRows(tx, Offer, offerIds),
      lockRows(
        tx,
        Slot,
        asks.flatMap(({ body }) => body.slotId ?? []),
      ),
      lockRows(tx, Sitting, sittingIds),
      this.money.open(tx, { personIds, canteenIds }),
    ])
    return { doorsteps, mandates, offers: byId(offers), slots: byId(slots), sittings: byId(sittings), ledger }
  }

  /** What orders are decided and answered with. */
  private async read(
    tx: EntityManager,
    { asks, known, offerIds, personIds, canteenIds, eaterIds }: Wanted,
  ): Promise<ReadRows> {
    const [dishes, canteens, people, diets, uses, earlier, guests] = await Promise.all([
      dishesOf(tx, offerIds),
      rowsIn(tx, Canteen, 'id', canteenIds),
      this.people.dossiers(personIds, tx),
      rowsIn(tx, Diet, 'person_id', eaterIds),
      subsidiesUsed(tx, eaterIds, known),
      earlierOrders(tx, asks.map(mealAsked)),
      this.guests.behind(
        tx,
        asks.map((ask) => ({ eaterId: eaterOf(ask), door: ask.door })),
      ),
    ])
    const names = new Map([...people].map(([id, { brief }]) => [id, brief.name]))
    for (const [id, name] of earlier.names) names.set(id, name)
    return {
      dishes: byId(dishes),
      canteens: byId(canteens),
      people,
      eaters: eatersOf(eaterIds, people, diets),
      subsidiesUsed: new Set(uses.map((use) => rightOf(use.personId, use.day))),
      earlier: earlier.orders,
      names,
      guests,
    }
  }
}

function wantedBy(asks: readonly Ask[], known: readonly SittingFacts[]): Wanted {
  return {
    asks,
    known,
    sittingIds: sittingsOf(asks),
    eaterIds: asks.map(eaterOf),
    // With `payer: principal` the eater's own money may pay, so both pockets are on the table.
    personIds: [...new Set(asks.flatMap((ask) => [ask.callerId, eaterOf(ask)]))],
    canteenIds: [...new Set(known.map(({ canteenId }) => canteenId))],
    offerIds: [...new Set(asks.flatMap(({ body }) => body.lines.map((line) => line.offerId)))].sort(),
  }
}

function spendable(ledger: LedgerBook, personId: string): number {
  const { own, gift } = ledger.pockets(personId)
  return own + gift
}

function dishesOf(tx: EntityManager, offerIds: readonly string[]): Promise<Dish[]> {
  const where = `id IN (SELECT dish_id FROM canteen_offer WHERE id IN (${marks(offerIds)}))`
  return selectRows(tx, Dish, { where, parameters: offerIds })
}

function eatersOf(
  ids: readonly string[],
  people: ReadonlyMap<string, Dossier>,
  diets: readonly Diet[],
): Map<string, TableEater> {
  const avoid = new Map(diets.map((diet) => [diet.personId, diet.avoid]))
  return new Map(
    ids.flatMap((id) => {
      const dossier = people.get(id)
      if (dossier?.isHere !== true) return []
      const { brief, factsOn } = dossier
      return [[id, { brief, factsAt: (day: string) => eaterFacts(factsOn(day)), avoid: avoid.get(id) ?? [] }]]
    }),
  )
}

function subsidiesUsed(
  tx: EntityManager,
  eaterIds: readonly string[],
  sittings: readonly SittingFacts[],
): Promise<SubsidyUse[]> {
  const days = [...new Set(sittings.map(({ day }) => day))]
  const people = [...new Set(eaterIds)]
  if (days.length === 0) return Promise.resolve([])
  return selectRows(tx, SubsidyUse, {
    where: `person_id IN (${marks(people)}) AND day IN (${marks(days)}) AND scheme = ?`,
    parameters: [...people, ...days, PUTUO_2025_12.version],
  })
}
