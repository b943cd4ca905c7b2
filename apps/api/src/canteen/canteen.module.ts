import { Module } from '@nestjs/common'

import { LiveModule } from '../live/live.module.js'
import { NoticesModule } from '../notices/notices.module.js'
import { PeopleModule } from '../people/people.module.js'
import { WalletModule } from '../wallet/wallet.module.js'

import { BasketsService } from './baskets.service.js'
import { EatersQueries } from './eaters.queries.js'
import { OrderNoticesService } from './order-notices.service.js'
import { OrdersController } from './orders.controller.js'
import { OrdersQueries } from './orders.queries.js'
import { OrdersService } from './orders.service.js'
import { CanteenData } from './personal-data.js'
import { PickupsController } from './pickups.controller.js'
import { PickupsQueries } from './pickups.queries.js'
import { PickupsService } from './pickups.service.js'
import { SittingsController } from './sittings.controller.js'
import { SittingsQueries } from './sittings.queries.js'
import { StockService } from './stock.service.js'

@Module({
  imports: [PeopleModule, WalletModule, NoticesModule, LiveModule],
  controllers: [SittingsController, OrdersController, PickupsController],
  providers: [
    BasketsService,
    CanteenData,
    EatersQueries,
    OrderNoticesService,
    OrdersQueries,
    OrdersService,
    PickupsQueries,
    PickupsService,
    SittingsQueries,
    StockService,
  ],
})
export class CanteenModule {}
