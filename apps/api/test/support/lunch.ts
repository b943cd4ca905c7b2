import type { PlaceOrderRequest } from '@wanli/contracts/canteen'

import type { Offer } from '../../src/canteen/offer.entity.js'
import type { Sitting } from '../../src/canteen/sitting.entity.js'
import type { Slot } from '../../src/canteen/slot.entity.js'
import type { Canteen } from '../../src/canteen/canteen.entity.js'

import { Api, newKey } from './api.js'
import type { TestApp } from './app.js'
import { deleteAllRows } from './database.js'
import { Make } from './make.js'

/** A lunch to be ordered: one canteen, one sitting, two dishes, one slot. */
export interface Lunch {
  make: Make
  api: Api
  canteen: Canteen
  sitting: Sitting
  meat: Offer
  rice: Offer
  slot: Slot
  /** A body that orders one portion of the meat dish. */
  body(change?: Partial<PlaceOrderRequest>): PlaceOrderRequest
}

/** What closes a meal, seen with so many orders on it: as many as there may be, unless a spec says how many. */
export const closing = ({ day, meal }: Pick<Sitting, 'day' | 'meal'>, reason = '停电', standing = 1_000) => ({
  body: { day, meal, reason, standing },
  idempotencyKey: newKey(),
})

/** Empties the database and sets the table: Monday 2026-11-23, ten in the morning, lunch can be ordered. */
export async function setLunch(app: TestApp, given: { portions?: number } = {}): Promise<Lunch> {
  app.clock.set('2026-11-23T02:00:00.000Z')
  await deleteAllRows(app.dataSource)
  const make = new Make(app)
  await make.street()
  const canteen = await make.canteen()
  const sitting = await make.lunch(canteen.id)
  const meat = await make.offer(sitting, {
    name: '红烧狮子头',
    listFen: 1200,
    halfFen: 700,
    portions: given.portions ?? 30,
  })
  const rice = await make.offer(sitting, { name: '白米饭', listFen: 100, portions: 200 })
  const slot = await make.slot(sitting)
  return {
    make,
    api: new Api(app),
    canteen,
    sitting,
    meat,
    rice,
    slot,
    body: (change = {}) => ({
      sittingId: sitting.id,
      lines: [{ offerId: meat.id, quantity: 1 }],
      mode: 'dine_in',
      slotId: slot.id,
      payBy: 'wallet',
      ...change,
    }),
  }
}
