import { Module } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'
import { DeliveryModule } from '../delivery/delivery.module.js'
import { MenusModule } from '../menus/menus.module.js'
import { PeopleModule } from '../people/people.module.js'
import { WalletModule } from '../wallet/wallet.module.js'

import { DemoDeliveryService } from './demo-delivery.service.js'
import { DemoKitchenService } from './demo-kitchen.service.js'
import { DemoPast } from './demo-past.js'
import { DemoService } from './demo.service.js'

@Module({
  imports: [CanteenModule, DeliveryModule, MenusModule, PeopleModule, WalletModule],
  providers: [DemoDeliveryService, DemoKitchenService, DemoPast, DemoService],
})
export class DemoModule {}
