import { Injectable } from '@nestjs/common'
import type { KitchenChange } from '@wanli/contracts/kitchen'
import type { EntityManager } from 'typeorm'

import type { Sitting } from '../canteen/sitting.entity.js'

import { AmountSeen } from './amount-seen.entity.js'
import { CountsQueries, type DishCount } from './counts.queries.js'
import { amountChange } from './kitchen.rules.js'
import { LeaveOut } from './leave-out.entity.js'
import type { SheetDishRow } from './sheet-dish.entity.js'

/** What changed after the freeze and nobody in the kitchen has seen. */
@Injectable()
export class ChangesQueries {
  constructor(private readonly counts: CountsQueries) {}

  /** Changes of a sheet: amounts in the order of the menu, then what is left out. `dishes` has a row for each dish there is now. */
  async of(
    from: EntityManager,
    { sitting, sheetId }: { sitting: Sitting; sheetId: string },
    { dishes, now }: { dishes: readonly BoardDish[]; now: ReadonlyMap<string, DishCount> },
  ): Promise<KitchenChange[]> {
    const seen = new Map<string, { seen: number; sequence: number }>()
    for (const { dishId, amount, sequence } of await from.findBy(AmountSeen, { sheetId })) {
      const before = seen.get(dishId) ?? { seen: 0, sequence: 0 }
      seen.set(dishId, { seen: before.seen + amount, sequence: Math.max(before.sequence, sequence) })
    }
    const amounts = dishes.flatMap(({ dishId, dishName, whole, folded, staff, sample }) => {
      const dish = { dishId, dishName, frozen: whole + folded, extra: staff + sample }
      const change = amountChange(
        { ...dish, ...(seen.get(dishId) ?? { seen: 0, sequence: 0 }) },
        now.get(dishId)?.all ?? { whole: 0, half: 0 },
      )
      return change === null ? [] : [change]
    })
    const known = new Set((await from.findBy(LeaveOut, { sheetId })).map(keyOf))
    const nameOfDish = new Map(dishes.map(({ dishId, dishName }) => [dishId, dishName]))
    const leaveOut = (await this.counts.leaveOut(from, { sitting, frozen: false }))
      .filter((line) => !known.has(keyOf(line)))
      .map((line) => ({ ...line, dishName: nameOfDish.get(line.dishId) ?? line.dishName }))
    return [...amounts, ...leaveOut.map((line) => ({ kind: 'leave_out' as const, ...line }))]
  }
}

/** A dish on the board: its row of the sheet, or one of zeros when it came onto the menu later. */
export type BoardDish = Omit<SheetDishRow, 'id' | 'sheetId' | 'position'>

const keyOf = ({ orderId, dishId, what }: { orderId: string; dishId: string; what: string }): string =>
  `${orderId} ${dishId} ${what}`
