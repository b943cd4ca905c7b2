import { Module } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'
import { DeliveryModule } from '../delivery/delivery.module.js'
import { PeopleModule } from '../people/people.module.js'
import { WalletModule } from '../wallet/wallet.module.js'

import { DemoDeliveryService } from './demo-delivery.service.js'
import { DemoKitchenService } from './demo-kitchen.service.js'
import { DemoService } from './demo.service.js'

@Module({
  imports: [CanteenModule, PeopleModule, WalletModule, DeliveryModule],
  providers: [DemoDeliveryService, DemoKitchenService, DemoService],
})
export class DemoModule {}
