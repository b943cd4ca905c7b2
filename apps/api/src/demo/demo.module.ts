import { Module } from '@nestjs/common'

import { PeopleModule } from '../people/people.module.js'
import { WalletModule } from '../wallet/wallet.module.js'

import { DemoService } from './demo.service.js'

@Module({ imports: [PeopleModule, WalletModule], providers: [DemoService] })
export class DemoModule {}
