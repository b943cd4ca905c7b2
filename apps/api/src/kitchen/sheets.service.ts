/*
 * What must never happen: a meal counted twice, or an order neither on the sheet nor told as a change. The sheet is made once, under
 * the lock of its sitting that every order takes too, and `uq_kitchen_sheet_sitting_id` refuses a second one. What differs from it is
 * never stored: it is what is ordered less the sheet and what was seen, so an order of the last second is in one of the two.
 */
import { Injectable, Logger } from '@nestjs/common'
import type { StaffMealsView } from '@wanli/contracts/kitchen'
import { DataSource, type EntityManager } from 'typeorm'

import { Sitting } from '../canteen/sitting.entity.js'
import { Clock } from '../common/clock.js'
import { newId } from '../common/new-id.js'
import { oneByOne } from '../common/one-by-one.js'
import { Patience } from '../common/patience.js'
import { insertRows } from '../database/bulk.js'
import { asLostRace } from '../database/constraint-errors.js'
import { lockRows } from '../database/rows.js'
import { Transactions } from '../database/transactions.js'

import { CountsQueries, type CountOf, type DishCount } from './counts.queries.js'
import { KitchenSittingsQueries, type MenuDish } from './kitchen-sittings.queries.js'
import { folded } from './kitchen.rules.js'
import { LeaveOut } from './leave-out.entity.js'
import { RunsOfSitting } from './runs.queries.js'
import { SheetDishRow } from './sheet-dish.entity.js'
import { Sheet, type StoredRun } from './sheet.entity.js'
import { StaffMealsService } from './staff-meals.service.js'

/** One box of each dish is kept (GB 31654-2021). */
const SAMPLE_PORTIONS = 1

/** How a sheet names meals that belong to no courier's round. */
const NO_RUN = '送餐'

/** What a sheet says of a sitting, kept or still being counted. */
export interface Counted {
  sheet: Omit<Sheet, 'id' | 'number' | 'createdAt'>
  dishes: Omit<SheetDishRow, 'id' | 'sheetId'>[]
}

/** Production sheets: made when the kitchen's time to count has come, by the worker or whoever looks or writes first; never changed. */
@Injectable()
export class SheetsService {
  private readonly log = new Logger(SheetsService.name)
  private readonly patience = new Patience<Sitting>(
    ({ id }) => id,
    () => this.clock.now(),
  )

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly counts: CountsQueries,
    private readonly sittings: KitchenSittingsQueries,
    private readonly staffMeals: StaffMealsService,
    private readonly runs: RunsOfSitting,
    private readonly clock: Clock,
  ) {}

  /** The sheet of a sitting, made now if its time has come; null before the freeze, and for a meal that is not served. */
  async of(sitting: Sitting): Promise<Sheet | null> {
    const made = await this.dataSource.manager.findOneBy(Sheet, { sittingId: sitting.id })
    if (made !== null || sitting.closedAt !== null || this.clock.now() < sitting.freezeAt) return made
    // Those of earlier meals first: numbers follow the day, whichever is looked at.
    await this.makeDue()
    return this.transactions.run((tx) => this.make(tx, sitting.id))
  }

  /**
   * Makes the sheets whose time has come and that nobody has looked at yet, in the order of their meals: what the staff eat is what was
   * said by then, and numbers follow the day.
   */
  async makeDue(): Promise<void> {
    const made = this.dataSource.manager.createQueryBuilder(Sheet, 'made').select('1').where('made.sittingId = s.id')
    const due = await this.dataSource.manager
      .createQueryBuilder(Sitting, 's')
      .where('s.day >= :today AND s.freezeAt <= :now', { today: this.clock.today(), now: this.clock.now() })
      .andWhere('s.closedAt IS NULL')
      .andWhere(`NOT EXISTS (${made.getQuery()})`)
      .orderBy('s.freezeAt', 'ASC')
      .getMany()
    await oneByOne(this.log, due, ({ id }) => this.transactions.run((tx) => this.make(tx, id)), this.patience)
  }

  /** Counts a sitting: what was ordered before the freeze, or all of it before that. */
  async count(from: EntityManager, sitting: Sitting): Promise<Counted> {
    const of: CountOf = { sitting, frozen: this.clock.now() >= sitting.freezeAt }
    const menu = await this.sittings.menu(from, sitting.id, 'served')
    const counts = await this.counts.dishes(from, of)
    const staff = await this.staffMeals.of(from, sitting.canteenId)
    const { orders, byMode, elders } = await this.counts.orders(from, of)
    return {
      sheet: {
        sittingId: sitting.id,
        canteenId: sitting.canteenId,
        day: sitting.day,
        orders,
        dineIn: byMode.dine_in,
        pickUp: byMode.pick_up,
        delivery: byMode.delivery,
        elders,
        lastWeek: await this.counts.lastWeek(from, sitting, of.frozen ? 'frozen' : this.clock.now()),
        runs: await this.countRuns(from, of),
      },
      dishes: menu.map((dish, position) => toCounted(dish, position, counts.get(dish.id), staff)),
    }
  }

  /** Makes the sheet of a sitting whose time to count has come, if it is not there yet; none for a meal that is not served. */
  async make(tx: EntityManager, sittingId: string): Promise<Sheet | null> {
    const [sitting] = await lockRows(tx, Sitting, [sittingId])
    // Whoever waited for the lock finds what the other one made.
    const made = await tx.findOneBy(Sheet, { sittingId })
    if (made !== null || sitting === undefined || sitting.closedAt !== null) return made
    const counted = await this.count(tx, sitting)
    const { canteenId, day } = sitting
    const number = (await tx.countBy(Sheet, { canteenId, day })) + 1
    const sheet: Sheet = { id: newId(), number, createdAt: this.clock.now(), ...counted.sheet }
    // Another meal of the day may take the number.
    await insertRows(tx, Sheet, [sheet]).catch(asLostRace)
    await insertRows(
      tx,
      SheetDishRow,
      counted.dishes.map((dish) => ({ id: newId(), sheetId: sheet.id, ...dish })),
    )
    const leaveOut = await this.counts.leaveOut(tx, { sitting, frozen: true })
    await insertRows(
      tx,
      LeaveOut,
      leaveOut.map((line) => ({ id: newId(), sheetId: sheet.id, ...line, seenById: null, seenAt: null })),
    )
    return sheet
  }

  private async countRuns(from: EntityManager, of: CountOf): Promise<StoredRun[]> {
    const left = new Set(await this.counts.deliveries(from, of))
    if (left.size === 0) return []
    const runs = (await this.runs.runsOf(from, of.sitting.id)).map(({ runId, name, about, orderIds }) => {
      const own = orderIds.filter((id) => left.delete(id))
      return { runId, name: about === null ? name : `${name} · ${about}`, portions: own.length }
    })
    const rest = left.size === 0 ? [] : [{ runId: null, name: NO_RUN, portions: left.size }]
    return [...runs.filter(({ portions }) => portions > 0), ...rest]
  }
}

function toCounted(
  dish: MenuDish,
  position: number,
  count: DishCount | undefined,
  staffMeals: StaffMealsView,
): Counted['dishes'][number] {
  const { whole, half } = count?.all ?? { whole: 0, half: 0 }
  const staff = staffMeals.dishIds.includes(dish.id) ? staffMeals.portions : 0
  return {
    dishId: dish.id,
    position,
    dishName: dish.name,
    picture: dish.picture,
    station: dish.station,
    whole,
    half,
    folded: folded(half),
    staff,
    sample: SAMPLE_PORTIONS,
    toCook: whole + folded(half) + staff + SAMPLE_PORTIONS,
  }
}
