import type { Portion } from '@wanli/contracts/canteen'
import type { EntityManager } from 'typeorm'
import { Clock } from '../common/clock.js'
/** Portions of one offer that an order takes or gives back. */
export interface StockLine {
  offerId: string
  dishName: string
  portion: Portion
  quantity: number
}
/** Takes and gives back what is scarce in a sitting. */
export declare class StockService {
  private readonly clock
  constructor(clock: Clock)
  /** Takes the portions of all lines or throws `canteen.sold_out` (409) with what is left. */
  take(tx: EntityManager, lines: StockLine[]): Promise<void>
  /** Gives the portions of all lines back. */
  giveBack(tx: EntityManager, lines: StockLine[]): Promise<void>
  /** Takes a place in a slot. Throws `canteen.slot_not_found` (422) or `canteen.slot_full` (409). */
  takePlace(tx: EntityManager, sittingId: string, slotId: string): Promise<void>
  /** Gives a place in a slot back. */
  givePlaceBack(tx: EntityManager, slotId: string): Promise<void>
  /** The next pick-up number of a sitting. The row stays locked until the transaction ends, so nobody else gets it. */
  nextPickupNumber(tx: EntityManager, sittingId: string): Promise<string>
  private soldOut
}
