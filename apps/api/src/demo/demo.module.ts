import { Module } from '@nestjs/common'

import { DeliveryModule } from '../delivery/delivery.module.js'
import { PeopleModule } from '../people/people.module.js'
import { WalletModule } from '../wallet/wallet.module.js'

import { DemoDeliveryService } from './demo-delivery.service.js'
import { DemoService } from './demo.service.js'

@Module({ imports: [PeopleModule, WalletModule, DeliveryModule], providers: [DemoService, DemoDeliveryService] })
export class DemoModule {}
