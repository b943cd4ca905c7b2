import type { DishEater, KitchenSitting, SampleView, SheetDish, Ticket } from '@wanli/contracts/kitchen'
import { maskedName } from '@wanli/kernel/names'

import type { Diet } from '../canteen/diet.entity.js'
import type { OrderLine } from '../canteen/order-line.entity.js'
import type { Order } from '../canteen/order.entity.js'
import { shownStatus } from '../canteen/order.rules.js'
import type { Sitting } from '../canteen/sitting.entity.js'
import type { Slot } from '../canteen/slot.entity.js'

import type { Sample } from './sample.entity.js'
import type { SampleCorrection } from './sample-correction.entity.js'
import type { SheetDishRow } from './sheet-dish.entity.js'

/** A sitting as the kitchen's screens choose it. */
export function toKitchenSitting(row: Sitting): KitchenSitting {
  return {
    id: row.id,
    day: row.day,
    meal: row.meal,
    freezeAt: row.freezeAt.toISOString(),
    cutOffAt: row.cutOffAt.toISOString(),
    serving: { from: row.servingFrom.toISOString(), to: row.servingTo.toISOString() },
    closedReason: row.closedReason,
  }
}

/** A dish of a sheet, kept or still being counted. */
export function toSheetDish(row: Omit<SheetDishRow, 'id' | 'sheetId' | 'position'>): SheetDish {
  return {
    dishId: row.dishId,
    name: row.dishName,
    picture: row.picture,
    station: row.station,
    whole: row.whole,
    half: row.half,
    folded: row.folded,
    staff: row.staff,
    sample: row.sample,
    toCook: row.toCook,
  }
}

/** What a ticket is made of. */
export interface TicketParts {
  order: Order
  lines: readonly OrderLine[]
  /** What the kitchen calls the dishes of the meal: one that was renamed stands under another name in the order. */
  nameOf: ReadonlyMap<string, string>
  slot: Slot | null
  run: string | null
  diet: Diet | null
}

/** An order for the cook: a number, never a name. */
export function toTicket({ order, lines, nameOf, slot, run, diet }: TicketParts, freezeAt: Date, now: Date): Ticket {
  return {
    orderId: order.id,
    pickupNumber: order.pickupNumber,
    status: shownStatus(order, freezeAt, now),
    mode: order.mode,
    slotFrom: slot?.fromAt.toISOString() ?? null,
    run,
    lines: lines.map(({ dishId, dishName, portion, quantity }) => ({
      dishId,
      dishName: nameOf.get(dishId) ?? dishName,
      portion,
      quantity,
    })),
    leaveOut: order.leaveOut ?? [],
    lowSalt: diet?.lowSalt ?? false,
    soft: diet?.soft ?? false,
    note: order.note,
  }
}

/** What a sample is shown with. `corrections` are its own, oldest first. */
export interface SampleParts {
  sitting: Sitting
  corrections: readonly SampleCorrection[]
  names: ReadonlyMap<string, string>
  photo: string | null
}

/** A sample with the people who took it, corrected it, made it void and took it away, and a link to its photo. */
export function toSampleView(row: Sample, { sitting, corrections, names, photo }: SampleParts): SampleView {
  return {
    id: row.id,
    dishId: row.dishId,
    dishName: row.dishName,
    picture: row.picture,
    day: sitting.day,
    meal: sitting.meal,
    grams: row.grams,
    place: row.place,
    photo,
    takenAt: row.takenAt.toISOString(),
    takenBy: names.get(row.takenById) ?? '',
    keepUntil: row.keepUntil.toISOString(),
    discardedAt: row.discardedAt?.toISOString() ?? null,
    discardedBy: names.get(row.discardedById ?? '') ?? null,
    voided:
      row.voidedAt === null
        ? null
        : {
            at: row.voidedAt.toISOString(),
            by: names.get(row.voidedById ?? '') ?? '',
            reason: row.voidReason ?? '',
          },
    corrections: corrections.map(({ grams, place, correctedAt, correctedById }) => ({
      grams,
      place,
      correctedAt: correctedAt.toISOString(),
      correctedBy: names.get(correctedById) ?? '',
    })),
  }
}

/** Who had a dish, masked. */
export function toDishEater(
  { order, line, name }: { order: Order; line: OrderLine; name: string },
  freezeAt: Date,
  now: Date,
): DishEater {
  const at = order.handedOverAt ?? (order.status === 'delivered' ? order.progressAt : null)
  return {
    orderId: order.id,
    pickupNumber: order.pickupNumber,
    eaterName: maskedName(name),
    status: shownStatus(order, freezeAt, now),
    portion: line.portion,
    quantity: line.quantity,
    at: at?.toISOString() ?? null,
  }
}
