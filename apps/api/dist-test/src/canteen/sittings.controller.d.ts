import type { Reply } from '@wanli/contracts/routes'
import type { Caller } from '../common/auth/caller.js'
import { SittingQueryDto, SittingsQueryDto } from './order.dto.js'
import { SittingsQueries } from './sittings.queries.js'
/** Canteens and what they serve. */
export declare class SittingsController {
  private readonly queries
  constructor(queries: SittingsQueries)
  canteens(): Promise<Reply<'GET /canteen/canteens'>>
  sittings(query: SittingsQueryDto): Promise<Reply<'GET /canteen/sittings'>>
  sitting(caller: Caller, id: string, query: SittingQueryDto): Promise<Reply<'GET /canteen/sittings/:id'>>
}
