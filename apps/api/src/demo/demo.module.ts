import { Module } from '@nestjs/common'

import { WalletModule } from '../wallet/wallet.module.js'

import { DemoService } from './demo.service.js'

@Module({ imports: [WalletModule], providers: [DemoService] })
export class DemoModule {}
