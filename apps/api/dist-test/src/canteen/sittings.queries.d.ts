import type { CanteenView, SittingBrief, SittingsQuery, SittingView } from '@wanli/contracts/canteen'
import { DataSource } from 'typeorm'
import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { EatersService } from './eaters.service.js'
/** Reads of canteens and their sittings. */
export declare class SittingsQueries {
  private readonly dataSource
  private readonly eaters
  private readonly clock
  constructor(dataSource: DataSource, eaters: EatersService, clock: Clock)
  /** Every canteen. */
  canteens(): Promise<CanteenView[]>
  /** Sittings of one day, or of today and the days on which orders are taken. Throws `canteen.not_found` (404). */
  sittings(query: SittingsQuery): Promise<SittingBrief[]>
  /**
   * A sitting with its dishes, portions left, slots, and the prices of the caller or of the person they act for. Throws
   * `canteen.sitting_not_found` (404) and `people.no_mandate` (403).
   */
  sitting(caller: Caller, id: string, forPersonId: string | undefined): Promise<SittingView>
}
