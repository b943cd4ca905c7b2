import { Module } from '@nestjs/common'

import { LedgerService } from './ledger.service.js'
import { WalletData } from './personal-data.js'

/** The ledger. Apart from what moves money, because people have pockets from their first day and payments must know people. */
@Module({
  providers: [LedgerService, WalletData],
  exports: [LedgerService],
})
export class WalletModule {}
