/*
 * What must never happen: a week published from what its cook did not see, fewer portions than are sold, or a dish that vanishes from
 * under an order that nobody was shown. The week's row moves on by one conditional UPDATE, `uq_menus_version_week_version` refuses a
 * second version of the same number; portions go down only where `sold_halves` allows it; a dish is withdrawn before its orders are
 * compared with those that were shown, so none comes in between.
 */
import { Injectable } from '@nestjs/common'
import type { PublishedWeekView, PublishWeekRequest } from '@wanli/contracts/menus'
import { DataSource, type EntityManager } from 'typeorm'

import { Offer } from '../canteen/offer.entity.js'
import { StaffCanteensQueries } from '../canteen/staff-canteens.queries.js'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { Idempotency, type OnceRequest } from '../common/idempotency.js'
import { newId } from '../common/new-id.js'
import { lockRows } from '../database/rows.js'

import { assertShown } from './dropped.rules.js'
import { keyOf, weekMealText } from './menu.rules.js'
import { offerOf, PublishedSittingsService } from './published-sittings.service.js'
import { SettlingService } from './settling.service.js'
import { MenuVersion, type StoredChange } from './version.entity.js'
import { MenuWeek } from './week.entity.js'
import { publishable, toChange, weekChanges, type WeekState } from './week.rules.js'
import { WeeksQueries } from './weeks.queries.js'
import { WeeksService } from './weeks.service.js'

/** Turns a draft into what people can order. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly canteens: StaffCanteensQueries,
    private readonly weeks: WeeksService,
    private readonly queries: WeeksQueries,
    private readonly sittings: PublishedSittingsService,
    private readonly settling: SettlingService,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes the draft of a week: new meals can be ordered, others change. Whose dish was taken off is refunded and told. Throws
   * `canteen.not_found` (404), `menus.nothing_to_publish`, `menus.changed_meanwhile`, `menus.below_sold`, `menus.dish_retired`, and
   * `menus.drop_ordered` (409) when an order would lose a dish that is not among `dropOrders`; then nothing is published.
   */
  async publish(
    caller: Caller,
    once: OnceRequest,
    monday: string,
    body: PublishWeekRequest,
  ): Promise<PublishedWeekView> {
    const { versionId } = await this.idempotency.once(once, (tx) => this.publishIn(tx, caller, monday, body))
    const settled = await this.settling.settle(versionId)
    const { manager } = this.dataSource
    const version = await manager.findOneByOrFail(MenuVersion, { id: versionId })
    const canteen = await this.canteens.of(caller, body.canteenId)
    const week = await this.queries.view(await this.queries.state(canteen, monday))
    return { week, changes: version.changes.map(toChange), ...settled }
  }

  private async publishIn(
    tx: EntityManager,
    caller: Caller,
    monday: string,
    body: PublishWeekRequest,
  ): Promise<{ versionId: string }> {
    const canteen = await this.canteens.of(caller, body.canteenId, tx)
    // Whoever closes a meal of this week waits, or is seen. Not the canteen's row: every order that comes in refers to it.
    const row = await tx.findOneBy(MenuWeek, { canteenId: canteen.id, monday })
    if (row === null) throw new DomainError('menus.nothing_to_publish')
    await lockRows(tx, MenuWeek, [row.id])
    const week = await this.queries.state(canteen, monday, tx)
    const changes = weekChanges(week)
    if (changes.length === 0) throw new DomainError('menus.nothing_to_publish')
    this.assertNotRetired(week)
    const write = { callerId: caller.personId, revision: body.revision, meals: week.draft, publishes: true }
    const written = await this.weeks.write(tx, week, write)
    await this.apply(tx, week, changes, body.dropOrders ?? [])
    const versionId = newId()
    await tx.insert(MenuVersion, {
      id: versionId,
      weekId: written.id,
      version: written.version,
      meals: week.draft,
      changes,
      publishedById: caller.personId,
      publishedAt: this.clock.now(),
      settledAt: null,
    })
    return { versionId }
  }

  /** A dish may have been retired since the draft was written. */
  private assertNotRetired(week: WeekState): void {
    for (const one of publishable(week)) {
      const there = week.standing.find((other) => keyOf(other) === keyOf(one))
      for (const { dishId } of one.dishes) {
        const dish = week.dishes.get(dishId)
        const published = there?.dishes.some((other) => other.dishId === dishId) === true
        if (dish !== undefined && dish.retiredAt !== null && !published)
          throw new DomainError('menus.dish_retired', { dishName: dish.name })
      }
    }
  }

  private async apply(
    tx: EntityManager,
    week: WeekState,
    changes: readonly StoredChange[],
    shown: readonly string[],
  ): Promise<void> {
    const added = changes.filter(({ kind }) => kind === 'meal_added').map(keyOf)
    const meals = week.draft.filter((one) => added.includes(keyOf(one)))
    await this.sittings.add(tx, week.canteen.id, meals, week.plans)
    // Offers by id, as everywhere.
    const changed = [...new Set(changes.flatMap(({ offerId }) => offerId ?? []))].sort()
    for (const offerId of changed) await this.change(tx, week, changes, offerId)
    const dropped = await this.queries.dropped(tx, week, changes)
    assertShown(dropped, shown, (dishId) => week.dishes.get(dishId)?.name ?? '')
    for (const change of changes) if (change.kind === 'dish_added') await this.addDish(tx, week, change)
  }

  /** Changes one offer, or withdraws it. Throws `menus.below_sold` (409). */
  private async change(
    tx: EntityManager,
    week: WeekState,
    changes: readonly StoredChange[],
    offerId: string,
  ): Promise<void> {
    const change = changes.find((one) => one.offerId === offerId)
    if (change === undefined) return
    const update = tx.createQueryBuilder().update(Offer)
    if (change.kind === 'dish_removed') {
      // Nothing is left to order, and nobody sees it any more.
      const withdrawn = { capacityHalves: () => 'sold_halves', keptHalves: 0, withdrawnAt: this.clock.now() }
      await update.set(withdrawn).where('id = :offerId', { offerId }).execute()
      return
    }
    const written = week.draft.find((one) => keyOf(one) === keyOf(change))
    const dish = written?.dishes.find(({ dishId }) => dishId === change.dishId)
    if (dish === undefined) throw new Error(`a change of offer ${offerId} has no dish`)
    const { affected } = await update
      .set({
        capacityHalves: dish.portions * 2,
        keptHalves: dish.keptPortions * 2,
        listFen: dish.listFen,
        halfFen: dish.halfFen,
      })
      .where('id = :offerId AND sold_halves <= :capacity', { offerId, capacity: dish.portions * 2 })
      .execute()
    if (affected === 1) return
    const { soldHalves } = await tx.findOneByOrFail(Offer, { id: offerId })
    const sold = String(soldHalves / 2)
    throw new DomainError('menus.below_sold', { dishName: change.dishName, meal: weekMealText(change), sold })
  }

  /** Puts a dish on a published menu: a new one, or one that was withdrawn before. */
  private async addDish(tx: EntityManager, week: WeekState, change: StoredChange): Promise<void> {
    const there = week.standing.find((one) => keyOf(one) === keyOf(change))
    const written = week.draft.find((one) => keyOf(one) === keyOf(change))
    const position = written?.dishes.findIndex(({ dishId }) => dishId === change.dishId) ?? 0
    const dish = written?.dishes[position]
    if (there === undefined || dish === undefined) throw new Error('a dish was added to no meal')
    const { sittingId } = there
    const offer = offerOf(sittingId, dish, position)
    const before = await tx.findOneBy(Offer, { sittingId, dishId: dish.dishId })
    if (before === null) {
      await tx.insert(Offer, offer)
      return
    }
    const { listFen, halfFen, keptHalves, capacityHalves } = offer
    const again = { position, listFen, halfFen, keptHalves, capacityHalves, withdrawnAt: null }
    const { affected } = await tx
      .createQueryBuilder()
      .update(Offer)
      .set(again)
      .where('id = :id AND sold_halves <= :capacity', { id: before.id, capacity: capacityHalves })
      .execute()
    if (affected === 1) return
    const sold = String(before.soldHalves / 2)
    throw new DomainError('menus.below_sold', { dishName: change.dishName, meal: weekMealText(change), sold })
  }
}
