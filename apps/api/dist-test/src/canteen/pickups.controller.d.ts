import type { Reply } from '@wanli/contracts/routes'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'
import { PickupBody, PickupQueryDto } from './order.dto.js'
import { PickupsQueries } from './pickups.queries.js'
import { PickupsService } from './pickups.service.js'
/** The pick-up window. */
export declare class PickupsController {
  private readonly pickups
  private readonly queries
  constructor(pickups: PickupsService, queries: PickupsQueries)
  find(caller: Caller, query: PickupQueryDto): Promise<Reply<'GET /canteen/pickups'>>
  board(caller: Caller): Promise<Reply<'GET /canteen/pickups/board'>>
  handOver(caller: Caller, once: OnceRequest, body: PickupBody): Promise<Reply<'POST /canteen/pickups'>>
}
