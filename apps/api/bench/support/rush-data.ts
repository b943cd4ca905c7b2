import { DataSource } from 'typeorm'

import { Canteen } from '../../src/canteen/canteen.entity.js'
import { Dish } from '../../src/canteen/dish.entity.js'
import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { newId } from '../../src/common/new-id.js'
import { insertRows } from '../../src/database/bulk.js'
import { createDataSource } from '../../src/database/data-source.js'
import { migrate } from '../../src/database/migrate.js'
import { Account } from '../../src/wallet/account.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'

import type { LoadRequest } from './load.js'
import { newSchema } from './new-schema.js'
import { addPeople, type BenchPerson } from './rush-people.js'

const DISHES = 30
const DAY_MS = 86_400_000

/** A sitting of the bench: what may be ordered. */
export interface BenchSitting {
  id: string
  offerIds: string[]
  slotIds: string[]
  portions: number
}

/** A fresh schema with people, wallets and a canteen; sittings are added as rounds need them. */
export class RushData {
  people: BenchPerson[] = []
  canteenId = ''
  private dishes: Dish[] = []
  private sittings = 0

  private constructor(
    readonly url: string,
    readonly dataSource: DataSource,
  ) {}

  /** Makes the schema new on this server. `secret` signs the people's tokens. */
  static async create(server: string, secret: string, name: string): Promise<RushData> {
    const url = await newSchema(server, name)
    const dataSource = await createDataSource({ DATABASE_URL: url, DATA_DIR: '.', DATABASE_POOL: 4 }).initialize()
    await migrate(dataSource)
    const data = new RushData(url, dataSource)
    data.people = await addPeople(dataSource.manager, secret)
    await data.addCanteen()
    return data
  }

  /** The dishes that sittings are made of. */
  get dishIds(): string[] {
    return this.dishes.map(({ id }) => id)
  }

  /** A sitting of today with this many dishes, orders open now. */
  async addSitting(dishes: number, portions: number): Promise<BenchSitting> {
    this.sittings += 1
    const now = new Date()
    const at = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000)
    const id = newId()
    const day = new Date(now.getTime() + this.sittings * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10)
    const times = { opensAt: at(-1), freezeAt: at(1), cutOffAt: at(2), servingFrom: at(1), servingTo: at(3) }
    const { manager } = this.dataSource
    await manager.insert(Sitting, { id, canteenId: this.canteenId, day, meal: 'lunch', ...times, lastPickup: 0 })
    const offers = this.dishes.slice(0, dishes).map((dish, position) => ({
      id: newId(),
      sittingId: id,
      dishId: dish.id,
      position,
      listFen: dish.listFen,
      halfFen: null,
      capacityHalves: portions * 2,
      soldHalves: 0,
    }))
    await manager.insert(Offer, offers)
    const slots = [...Array(6).keys()].map((n) => ({
      id: newId(),
      sittingId: id,
      fromAt: at(1 + n / 6),
      toAt: at(1 + (n + 1) / 6),
      capacity: 100_000,
      taken: 0,
    }))
    await manager.insert(Slot, slots)
    return { id, offerIds: offers.map((offer) => offer.id), slotIds: slots.map((slot) => slot.id), portions }
  }

  /** An order of one portion by somebody; `n` chooses dish and slot in turn, otherwise they are drawn. */
  request(person: { token: string }, sitting: BenchSitting, key: string, n?: number): LoadRequest {
    const among = <Item>(items: readonly Item[]): Item =>
      items[(n ?? Math.floor(Math.random() * items.length)) % items.length] as Item
    return {
      headers: { authorization: `Bearer ${person.token}`, 'idempotency-key': key },
      body: JSON.stringify({
        sittingId: sitting.id,
        lines: [{ offerId: among(sitting.offerIds), quantity: 1 }],
        mode: 'dine_in',
        slotId: among(sitting.slotIds),
        payBy: 'wallet',
      }),
    }
  }

  /** The same order as the server takes that is written by hand on the same tables: by whom is in the body. */
  requestByHand(person: { id: string }, sitting: BenchSitting, key: string): LoadRequest {
    const among = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item
    const [offerId, slotId] = [among(sitting.offerIds), among(sitting.slotIds)]
    return { headers: {}, body: JSON.stringify({ key, personId: person.id, sittingId: sitting.id, offerId, slotId }) }
  }

  /** What must hold after a round; names what does not. `accepted` is how many orders were answered with success. */
  async faultsOf(sitting: BenchSitting, accepted: number): Promise<string[]> {
    const { manager } = this.dataSource
    const faults: string[] = []
    const orders = await manager.findBy(Order, { sittingId: sitting.id })
    // A connection that was cut when time was up may hold an order whose answer nobody heard.
    if (orders.length < accepted) faults.push(`lost: ${accepted} accepted, ${orders.length} kept`)
    if (new Set(orders.map((order) => order.pickupNumber)).size !== orders.length) faults.push('pick-up numbers repeat')
    const offers = await manager.findBy(Offer, { sittingId: sitting.id })
    const sold = offers.reduce((sum, offer) => sum + offer.soldHalves, 0)
    if (sold !== orders.length * 2) faults.push(`sold ${sold / 2} portions in ${orders.length} orders`)
    if (offers.some((offer) => offer.soldHalves > offer.capacityHalves)) faults.push('oversold')
    return [...faults, ...(await this.ledgerFaults())]
  }

  private async ledgerFaults(): Promise<string[]> {
    const total = await this.dataSource.manager.sum(Entry, 'amountFen')
    const drifts = await this.dataSource.query<unknown[]>(
      `SELECT a.id FROM wallet_account a LEFT JOIN wallet_entry e ON e.account_id = a.id
       GROUP BY a.id, a.balance_fen HAVING a.balance_fen <> COALESCE(SUM(e.amount_fen), 0)`,
    )
    return [
      ...(Number(total) === 0 ? [] : [`the ledger adds up to ${String(total)}`]),
      ...(drifts.length === 0 ? [] : [`${drifts.length} balances differ from their entries`]),
    ]
  }

  private async addCanteen(): Promise<void> {
    const { manager } = this.dataSource
    this.canteenId = newId()
    const place = { address: '香泉苑', phone: '021-5550 0117', phoneHours: '6–19 点', windowName: '3 号窗口' }
    await manager.insert(Canteen, { id: this.canteenId, name: '香泉社区食堂', ...place })
    const revenue = { kind: 'canteen_revenue' as const, ownerId: this.canteenId, balanceFen: 0, floorFen: null }
    await manager.insert(Account, { id: newId(), ...revenue })
    this.dishes = [...Array(DISHES).keys()].map((n) => ({
      id: newId(),
      canteenId: this.canteenId,
      name: `菜${n}`,
      kind: '荤' as const,
      picture: `dish-${n}`,
      meals: ['lunch' as const],
      listFen: 1600,
      halfFen: null,
      ingredients: ['猪肉'],
      allergens: [],
      nutrition: { kcal: 400, proteinG: 20, fatG: 25, carbohydrateG: 15, sodiumMg: 700 },
      soft: false,
      lowSalt: false,
      tags: [],
      station: 'hot' as const,
      costFen: 0,
      retiredAt: null,
      revision: 1,
      changedById: null,
      changedAt: null,
    }))
    await insertRows(manager, Dish, this.dishes)
  }
}
