import { Injectable } from '@nestjs/common'
import type { LeaveOutLine, SheetRun, SheetView } from '@wanli/contracts/kitchen'
import { In, IsNull, type EntityManager } from 'typeorm'

import { Canteen } from '../canteen/canteen.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'

import { KitchenSittingsQueries } from './kitchen-sittings.queries.js'
import { sheetNumber } from './kitchen.rules.js'
import { toKitchenSitting, toSheetDish } from './kitchen.view.js'
import { LeaveOut } from './leave-out.entity.js'
import { RunsOfSitting } from './runs.queries.js'
import { Sample } from './sample.entity.js'
import { SheetDishRow } from './sheet-dish.entity.js'
import type { Sheet, StoredRun } from './sheet.entity.js'

/** What a sheet shows that is kept with it or, before the freeze, counted just now. */
export interface SheetParts {
  sheet: Omit<Sheet, 'id' | 'number' | 'createdAt'>
  kept: Sheet | null
  dishes: Omit<SheetDishRow, 'id' | 'sheetId'>[]
  leaveOut: LeaveOutLine[]
  staff: SheetView['staff']
}

/** Reads of production sheets. */
@Injectable()
export class SheetsQueries {
  constructor(
    private readonly sittings: KitchenSittingsQueries,
    private readonly runs: RunsOfSitting,
  ) {}

  /** The rows of a sheet in the order of the menu. */
  dishes(from: EntityManager, sheetId: string): Promise<SheetDishRow[]> {
    return from.find(SheetDishRow, { where: { sheetId }, order: { position: 'ASC' } })
  }

  /** What stood on a sheet to be left out, without what came later. */
  async leaveOut(from: EntityManager, sheetId: string): Promise<LeaveOutLine[]> {
    const where = { sheetId, seenById: IsNull() }
    const rows = await from.find(LeaveOut, { where, order: { pickupNumber: 'ASC' } })
    return rows.map(({ orderId, pickupNumber, dishId, dishName, what }) => ({
      orderId,
      pickupNumber,
      dishId,
      dishName,
      what,
    }))
  }

  /** A sheet as it hangs on the wall. */
  async view(
    from: EntityManager,
    sitting: Sitting,
    { sheet, kept, dishes, leaveOut, staff }: SheetParts,
  ): Promise<SheetView> {
    const canteen = await from.findOneByOrFail(Canteen, { id: sitting.canteenId })
    // Of what is served now: a box is asked for of a dish that came after the sheet, and not of one that was taken off.
    const menu = await this.sittings.menu(from, sitting.id, 'served')
    const liveDishId = In(menu.map(({ id }) => id))
    return {
      sitting: toKitchenSitting(sitting),
      canteenName: canteen.name,
      number: kept === null ? null : sheetNumber(kept.day, kept.number),
      frozenAt: kept === null ? null : sitting.freezeAt.toISOString(),
      dishes: dishes.map(toSheetDish),
      leaveOut,
      runs: await this.withCouriers(from, sitting.id, sheet.runs),
      orders: sheet.orders,
      byMode: { dine_in: sheet.dineIn, pick_up: sheet.pickUp, delivery: sheet.delivery },
      elders: sheet.elders,
      lastWeek: sheet.lastWeek,
      samples: {
        kept: await from.countBy(Sample, { sittingId: sitting.id, liveDishId }),
        dishes: menu.length,
        dueAt: sitting.servingFrom.toISOString(),
      },
      staff,
    }
  }

  private async withCouriers(from: EntityManager, sittingId: string, runs: readonly StoredRun[]): Promise<SheetRun[]> {
    if (runs.length === 0) return []
    const now = new Map((await this.runs.runsOf(from, sittingId)).map((run) => [run.runId, run.courier]))
    return runs.map(({ runId, name, portions }) => ({ name, portions, courier: now.get(runId ?? '') ?? null }))
  }
}
