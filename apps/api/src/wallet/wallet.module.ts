import { Module } from '@nestjs/common'

import { DrawersService } from './drawers.service.js'
import { LedgerService } from './ledger.service.js'
import { WalletData } from './personal-data.js'

/** The ledger. Apart from what moves money, because people have pockets from their first day and payments must know people. */
@Module({
  providers: [DrawersService, LedgerService, WalletData],
  exports: [DrawersService, LedgerService],
})
export class WalletModule {}
