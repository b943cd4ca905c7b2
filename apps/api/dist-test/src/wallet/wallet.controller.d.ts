import type { Reply } from '@wanli/contracts/routes'
import type { Caller } from '../common/auth/caller.js'
import { PageQueryDto } from '../common/page.dto.js'
import { WalletQueries } from './wallet.queries.js'
/** One's own wallet. */
export declare class WalletController {
  private readonly queries
  constructor(queries: WalletQueries)
  wallet(caller: Caller): Promise<Reply<'GET /wallet'>>
  entries(caller: Caller, query: PageQueryDto): Promise<Reply<'GET /wallet/entries'>>
}
