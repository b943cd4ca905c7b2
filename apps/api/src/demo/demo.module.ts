import { Module } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'
import { CounterModule } from '../counter/counter.module.js'
import { DeliveryModule } from '../delivery/delivery.module.js'
import { KitchenModule } from '../kitchen/kitchen.module.js'
import { MenusModule } from '../menus/menus.module.js'
import { PeopleModule } from '../people/people.module.js'
import { MoneyModule } from '../wallet/money.module.js'
import { WalletModule } from '../wallet/wallet.module.js'

import { DemoDeliveryService } from './demo-delivery.service.js'
import { DemoKitchenService } from './demo-kitchen.service.js'
import { DemoPeopleService } from './demo-people.service.js'
import { DemoPast } from './demo-past.js'
import { DemoService } from './demo.service.js'

@Module({
  imports: [
    CanteenModule,
    CounterModule,
    DeliveryModule,
    KitchenModule,
    MenusModule,
    MoneyModule,
    PeopleModule,
    WalletModule,
  ],
  providers: [DemoDeliveryService, DemoKitchenService, DemoPast, DemoPeopleService, DemoService],
})
export class DemoModule {}
