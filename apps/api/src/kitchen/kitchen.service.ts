import { Injectable } from '@nestjs/common'
import type { KitchenBoard, SheetView, TicketOrder } from '@wanli/contracts/kitchen'
import { IsNull, type EntityManager } from 'typeorm'

import type { Sitting } from '../canteen/sitting.entity.js'
import type { Caller } from '../common/auth/caller.js'
import { Transactions } from '../database/transactions.js'

import { ChangesQueries, type BoardDish } from './changes.queries.js'
import { CountsQueries } from './counts.queries.js'
import { KitchenSittingsQueries } from './kitchen-sittings.queries.js'
import { madeOf, sheetNumber } from './kitchen.rules.js'
import { toKitchenSitting } from './kitchen.view.js'
import { Sample } from './sample.entity.js'
import type { Sheet } from './sheet.entity.js'
import { SheetsQueries } from './sheets.queries.js'
import { SheetsService } from './sheets.service.js'
import { StaffMealsService } from './staff-meals.service.js'
import { TicketsQueries } from './tickets.queries.js'

const NOTHING = { whole: 0, half: 0 }

/**
 * What the kitchen looks at. A look after the freeze makes the sheet, if nobody has; then everything is read of one moment, since
 * orders come while it is being read.
 */
@Injectable()
export class KitchenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sittings: KitchenSittingsQueries,
    private readonly sheets: SheetsService,
    private readonly reads: SheetsQueries,
    private readonly counts: CountsQueries,
    private readonly changes: ChangesQueries,
    private readonly tickets: TicketsQueries,
    private readonly staffMeals: StaffMealsService,
  ) {}

  /** The production sheet of a sitting, or how it would be now. Throws `canteen.sitting_not_found` (404). */
  async sheet(caller: Caller, id: string): Promise<SheetView> {
    const kept = await this.sheets.of(await this.sittings.sitting(caller, id))
    return this.transactions.look(async (from) => {
      const sitting = await this.sittings.sitting(caller, id, from)
      const staff = await this.staffMeals.of(from, sitting.canteenId)
      if (kept !== null) {
        const dishes = await this.reads.dishes(from, kept.id)
        const leaveOut = await this.reads.leaveOut(from, kept.id)
        return this.reads.view(from, sitting, { sheet: kept, kept, dishes, leaveOut, staff })
      }
      const counted = await this.sheets.count(from, sitting)
      const leaveOut = await this.counts.leaveOut(from, { sitting, frozen: false })
      return this.reads.view(from, sitting, { ...counted, kept: null, leaveOut, staff })
    })
  }

  /** How a sitting goes: all of it at one moment. Throws `canteen.sitting_not_found` (404). */
  async board(caller: Caller, id: string, view: TicketOrder): Promise<KitchenBoard> {
    const sheet = await this.sheets.of(await this.sittings.sitting(caller, id))
    return this.transactions.look(async (from) => {
      const sitting = await this.sittings.sitting(caller, id, from)
      const now = await this.counts.dishes(from, { sitting, frozen: false })
      const { dishes, served } = await this.boardDishes(from, sitting, sheet)
      const where = { sittingId: id, voidedAt: IsNull() }
      const samples = await from.find(Sample, { where, select: { id: true, dishId: true } })
      const kept = new Set(samples.map(({ dishId }) => dishId))
      const counts = await this.tickets.counts(from, id)
      const nameOf = new Map(dishes.map(({ dishId, dishName }) => [dishId, dishName]))
      return {
        sitting: toKitchenSitting(sitting),
        sheetNumber: sheet === null ? null : sheetNumber(sheet.day, sheet.number),
        orders: counts.waiting + counts.cooking + counts.made,
        counts,
        totals: dishes
          .filter(({ dishId }) => served.has(dishId))
          .map(({ dishId, dishName, picture, station, staff, sample }) => {
            const { all: guests, made } = now.get(dishId) ?? { all: NOTHING, made: NOTHING }
            const far = madeOf({ guests, made, staff, sample, kept: kept.has(dishId) })
            return { dishId, name: dishName, picture, station, ...far }
          }),
        changes: sheet === null ? [] : await this.changes.of(from, { sitting, sheetId: sheet.id }, { dishes, now }),
        ...(await this.tickets.first(from, sitting, { view, nameOf })),
        undo: await this.tickets.undoable(from, id),
        samplesLate: (await this.sittings.samplesLate(from, [sitting]))[0]?.dishes ?? 0,
      }
    })
  }

  /**
   * Dishes of the sheet, and those that came onto the menu after it; all of the menu while there is no sheet. What was taken off and
   * nobody has is cooked neither for the staff nor as a sample, and stays here for its changes.
   */
  private async boardDishes(
    from: EntityManager,
    sitting: Sitting,
    sheet: Sheet | null,
  ): Promise<{ dishes: BoardDish[]; served: ReadonlySet<string> }> {
    const frozen = sheet === null ? [] : await this.reads.dishes(from, sheet.id)
    const known = new Set(frozen.map(({ dishId }) => dishId))
    const menu = await this.sittings.menu(from, sitting.id, 'ever')
    const served = new Set((await this.sittings.menu(from, sitting.id, 'served')).map(({ id }) => id))
    const staff = await this.staffMeals.of(from, sitting.canteenId)
    const later = menu
      .filter(({ id }) => !known.has(id))
      .map(({ id, name, picture, station }) => ({
        dishId: id,
        dishName: name,
        picture,
        station,
        whole: 0,
        half: 0,
        folded: 0,
        staff: staff.dishIds.includes(id) ? staff.portions : 0,
        sample: 1,
        toCook: 0,
      }))
    const dishes = [...frozen, ...later].map((dish) =>
      served.has(dish.dishId) ? dish : { ...dish, staff: 0, sample: 0 },
    )
    return { dishes, served }
  }
}
