import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { ForRoles } from '../common/auth/auth.decorators.js'

import { BooksQueries } from './books.queries.js'
import { ReconciliationService } from './reconciliation.service.js'
import { DayBody } from './wallet.dto.js'

/** The street's books: do they add up, and does WeChat say the same. */
@Controller('wallet')
@ForRoles('officer', 'admin')
export class BooksController {
  constructor(
    private readonly books: BooksQueries,
    private readonly reconciliation: ReconciliationService,
  ) {}

  @Get('trial-balance')
  trialBalance(): Promise<Reply<'GET /wallet/trial-balance'>> {
    return this.books.trialBalance()
  }

  @Post('reconciliations')
  @HttpCode(200)
  reconcile(@Body() { day }: DayBody): Promise<Reply<'POST /wallet/reconciliations'>> {
    return this.reconciliation.check(day)
  }

  @Get('reconciliations')
  reconciliationOf(@Query() { day }: DayBody): Promise<Reply<'GET /wallet/reconciliations'>> {
    return this.reconciliation.view(day)
  }
}
