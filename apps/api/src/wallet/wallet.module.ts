import { Module } from '@nestjs/common'

import { LedgerService } from './ledger.service.js'
import { WalletData } from './personal-data.js'
import { WalletController } from './wallet.controller.js'
import { WalletQueries } from './wallet.queries.js'

@Module({
  controllers: [WalletController],
  providers: [LedgerService, WalletQueries, WalletData],
  exports: [LedgerService, WalletQueries],
})
export class WalletModule {}
