import { Controller, Get, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import { PageQueryDto } from '../common/page.dto.js'

import { WalletQueries } from './wallet.queries.js'

/** One's own wallet. */
@Controller('wallet')
export class WalletController {
  constructor(private readonly queries: WalletQueries) {}

  @Get()
  wallet(@CurrentCaller() caller: Caller): Promise<Reply<'GET /wallet'>> {
    return this.queries.wallet(caller.personId)
  }

  @Get('entries')
  entries(@CurrentCaller() caller: Caller, @Query() query: PageQueryDto): Promise<Reply<'GET /wallet/entries'>> {
    return this.queries.entries(caller.personId, query)
  }
}
