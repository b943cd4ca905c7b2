import { Injectable } from '@nestjs/common'
import { In, type EntityManager } from 'typeorm'

import { SheetDishRow } from './sheet-dish.entity.js'
import { Sheet } from './sheet.entity.js'

/** Portions that a sheet has besides those of guests, by dish: what the staff eat, and the sample. */
export type KitchenExtras = ReadonlyMap<string, number>

/** What the kitchen was told to cook besides what is ordered, for who counts what it cost. */
@Injectable()
export class KitchenExtrasService {
  /** Extras of the sheets of these sittings, by sitting; a sitting that the kitchen has not counted is missing. Two statements. */
  async ofSittings(from: EntityManager, sittingIds: readonly string[]): Promise<Map<string, KitchenExtras>> {
    if (sittingIds.length === 0) return new Map()
    const sheets = await from.findBy(Sheet, { sittingId: In([...sittingIds]) })
    const extras = new Map(sheets.map(({ id }) => [id, new Map<string, number>()]))
    const rows = sheets.length === 0 ? [] : await from.findBy(SheetDishRow, { sheetId: In([...extras.keys()]) })
    for (const { sheetId, dishId, staff, sample } of rows) extras.get(sheetId)?.set(dishId, staff + sample)
    return new Map(sheets.map(({ id, sittingId }) => [sittingId, extras.get(id) ?? new Map<string, number>()]))
  }
}
