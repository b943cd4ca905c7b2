import { Injectable } from '@nestjs/common'
import type { DishKind, Meal, PlaceOrderRequest } from '@wanli/contracts/canteen'
import { addDays } from '@wanli/kernel/shanghai-time'
import { DataSource, In, IsNull, LessThan, LessThanOrEqual, MoreThan, type EntityManager } from 'typeorm'

import { clashesOf } from '../canteen/basket.rules.js'
import { Diet } from '../canteen/diet.entity.js'
import { Dish } from '../canteen/dish.entity.js'
import { Offer } from '../canteen/offer.entity.js'
import { Order } from '../canteen/order.entity.js'
import { PlacingService } from '../canteen/placing.service.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Slot } from '../canteen/slot.entity.js'
import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { isDomainError } from '../common/domain-error.js'
import { fingerprintOf } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { insertRows } from '../database/bulk.js'
import { Transactions } from '../database/transactions.js'
import { keepUntil } from '../kitchen/kitchen.rules.js'
import { Sample } from '../kitchen/sample.entity.js'
import { SheetsService } from '../kitchen/sheets.service.js'
import { StaffMeal } from '../kitchen/staff-meal.entity.js'
import { Person } from '../people/person.entity.js'
import { RoleGrantRow } from '../people/role-grant.entity.js'

import { DEMO_NEIGHBOURS } from './demo-people.js'

/** Meals that the neighbours eat at the canteen. */
const MEALS: readonly Meal[] = ['lunch', 'dinner']
/** The first dish runs short and is left to whoever tries the demo. */
const FIRST_DISH = 1
/** Whose soup is made apart. */
const CAREFUL = { name: '郑国平', avoid: ['大豆', '虾蟹'] }
const STAFF: { portions: number; kinds: readonly DishKind[] } = { portions: 6, kinds: ['荤', '素', '主食', '汤'] }
const SAMPLE = { grams: 150, place: '1 号冰箱二层', minutesBefore: 10 }
const MINUTE_MS = 60_000

/** Work for the demo's kitchen: neighbours who order, by the same way as everybody, and samples in the fridge. */
@Injectable()
export class DemoKitchenService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly placing: PlacingService,
    private readonly sheets: SheetsService,
    private readonly clock: Clock,
  ) {}

  /** Makes what is missing of today. */
  async prepare(): Promise<void> {
    await this.transactions.run((tx) => this.keepSamples(tx))
    const { manager } = this.dataSource
    const now = this.clock.now()
    const sittings = await manager.findBy(Sitting, {
      day: this.clock.today(),
      meal: In([...MEALS]),
      cutOffAt: MoreThan(now),
    })
    const people = await manager.findBy(Person, { name: In(DEMO_NEIGHBOURS.map(({ name }) => name)) })
    for (const sitting of sittings) await this.orderAll(sitting, people)
  }

  private async orderAll(sitting: Sitting, people: readonly Person[]): Promise<void> {
    const { manager } = this.dataSource
    const sittingId = sitting.id
    const eaterId = In(people.map(({ id }) => id))
    if (people.length === 0 || (await manager.existsBy(Order, { sittingId, eaterId }))) return
    const offers = await manager.find(Offer, {
      where: { sittingId, withdrawnAt: IsNull() },
      order: { position: 'ASC' },
    })
    const slots = await manager.find(Slot, { where: { sittingId }, order: { fromAt: 'ASC' } })
    const dishes = new Map(
      (await manager.findBy(Dish, { id: In(offers.map(({ dishId }) => dishId)) })).map((dish) => [dish.id, dish]),
    )
    const canBeMade = ({ dishId }: Offer): boolean =>
      clashesOf([defined(dishes.get(dishId), 'the dish of an offer')], CAREFUL.avoid).every(
        ({ canLeaveOut }) => canLeaveOut,
      )
    const apart = offers.filter(canBeMade)
    await Promise.all(
      people.map(({ id, name }, n) =>
        this.order(id, orderOf(sittingId, name === CAREFUL.name ? apart : offers, slots, n)),
      ),
    )
  }

  /** Whoever cannot have it, because it is sold out or the money is spent, goes without. */
  private async order(personId: string, body: PlaceOrderRequest): Promise<void> {
    const once = { personId, key: `demo-${body.sittingId}`, fingerprint: fingerprintOf('demo', body) }
    try {
      await this.placing.place({ personId, sessionId: personId, roles: [] }, once, body)
    } catch (error) {
      if (!isDomainError(error)) throw error
    }
  }

  /**
   * Samples as the cook has kept them: those of yesterday's lunch still stand in the fridge, and of today's meals that are over. What
   * the staff eat, and one neighbour does not; the sheets of the past.
   */
  private async keepSamples(tx: EntityManager): Promise<void> {
    if ((await tx.count(Sample)) > 0) return
    const cook = await tx.findOneBy(RoleGrantRow, { role: 'canteen_staff' })
    if (cook === null) return
    const canteenId = cook.scopeId
    await this.knowTheKitchen(tx, cook)
    const [now, today] = [this.clock.now(), this.clock.today()]
    await this.countThePast(tx, canteenId, today)
    const [yesterday, ...over] = [
      ...(await tx.findBy(Sitting, { canteenId, day: addDays(today, -1), meal: 'lunch' })),
      ...(await tx.findBy(Sitting, { canteenId, day: today, servingTo: LessThanOrEqual(now) })),
    ]
    if (yesterday === undefined) return
    for (const sitting of [yesterday, ...over]) await this.keepSamplesOf(tx, sitting, cook.personId)
  }

  /** The sheets of the past, as the kitchen had them on its wall: what it cooked is known by them. */
  private async countThePast(tx: EntityManager, canteenId: string, today: string): Promise<void> {
    const past = await tx.find(Sitting, { where: { canteenId, day: LessThan(today) }, order: { freezeAt: 'ASC' } })
    for (const { id } of past) await this.sheets.make(tx, id)
  }

  private async keepSamplesOf(tx: EntityManager, sitting: Sitting, takenById: string): Promise<void> {
    const { id: sittingId, canteenId, servingFrom } = sitting
    const offers = await tx.find(Offer, { where: { sittingId }, order: { position: 'ASC' } })
    const dishes = await tx.findBy(Dish, { id: In(offers.map(({ dishId }) => dishId)) })
    const takenAt = new Date(servingFrom.getTime() - SAMPLE.minutesBefore * MINUTE_MS)
    const samples = dishes.map(({ id: dishId, name: dishName, picture }) => ({
      id: newId(),
      canteenId,
      sittingId,
      dishId,
      dishName,
      picture,
      grams: SAMPLE.grams,
      place: SAMPLE.place,
      photoId: null,
      takenAt,
      takenById,
      keepUntil: keepUntil(takenAt),
      discardedAt: null,
      discardedById: null,
      liveDishId: dishId,
      voidedAt: null,
      voidedById: null,
      voidReason: null,
    }))
    await insertRows(tx, Sample, samples)
  }

  /** What the staff eat themselves, and a neighbour whose dishes are made apart. */
  private async knowTheKitchen(tx: EntityManager, cook: RoleGrantRow): Promise<void> {
    const { scopeId: canteenId, personId: changedById } = cook
    const changedAt = this.clock.now()
    const dishes = await tx.findBy(Dish, { canteenId })
    const dishIds = dishes.filter(({ kind }) => STAFF.kinds.includes(kind)).map(({ id }) => id)
    await tx.insert(StaffMeal, { canteenId, portions: STAFF.portions, dishIds, revision: 1, changedAt, changedById })
    const careful = await tx.findOneBy(Person, { name: CAREFUL.name })
    if (careful === null) return
    await tx.insert(Diet, { personId: careful.id, avoid: CAREFUL.avoid, lowSalt: true, soft: false, changedAt })
  }
}

/** What the n-th neighbour eats: a dish and something to it, every third in small portions, every other to take away. */
function orderOf(sittingId: string, offers: readonly Offer[], slots: readonly Slot[], n: number): PlaceOrderRequest {
  const choices = offers.slice(FIRST_DISH)
  const chosen = [choices[n % choices.length], choices[(n + 3) % choices.length]].filter((offer) => offer !== undefined)
  return {
    sittingId,
    lines: chosen.map(({ id, halfFen }) => ({
      offerId: id,
      quantity: 1,
      portion: n % 3 === 0 && halfFen !== null ? ('half' as const) : ('whole' as const),
    })),
    mode: n % 2 === 0 ? 'dine_in' : 'pick_up',
    slotId: slots[Math.floor(n / 2) % Math.max(1, slots.length)]?.id ?? '',
    payBy: 'wallet',
    leaveOut: true,
  }
}
