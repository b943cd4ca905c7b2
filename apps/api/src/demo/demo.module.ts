import { Module } from '@nestjs/common'

import { MenusModule } from '../menus/menus.module.js'
import { PeopleModule } from '../people/people.module.js'
import { WalletModule } from '../wallet/wallet.module.js'

import { DemoPast } from './demo-past.js'
import { DemoService } from './demo.service.js'

@Module({ imports: [PeopleModule, WalletModule, MenusModule], providers: [DemoService, DemoPast] })
export class DemoModule {}
