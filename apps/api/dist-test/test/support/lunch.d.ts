import type { PlaceOrderRequest } from '@wanli/contracts/canteen'
import type { Offer } from '../../src/canteen/offer.entity.js'
import type { Sitting } from '../../src/canteen/sitting.entity.js'
import type { Slot } from '../../src/canteen/slot.entity.js'
import type { Canteen } from '../../src/canteen/canteen.entity.js'
import { Api } from './api.js'
import type { TestApp } from './app.js'
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
/** Empties the database and sets the table: Monday 2026-11-23, ten in the morning, lunch can be ordered. */
export declare function setLunch(
  app: TestApp,
  given?: {
    portions?: number
  },
): Promise<Lunch>
