import { Module, type OnModuleInit } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'
import { GuestsQueries } from '../canteen/guests.queries.js'
import { PeopleModule } from '../people/people.module.js'
import { WalletModule } from '../wallet/wallet.module.js'

import { BalanceSightsService } from './balance-sights.service.js'
import { CounterController } from './counter.controller.js'
import { CounterQueries } from './counter.queries.js'
import { CounterService } from './counter.service.js'
import { DaysQueries } from './days.queries.js'
import { DaysService } from './days.service.js'
import { GuestsService } from './guests.service.js'

/** The counter of a canteen: walk-ins, elders without a phone, day close. */
@Module({
  imports: [CanteenModule, PeopleModule, WalletModule],
  controllers: [CounterController],
  providers: [BalanceSightsService, CounterQueries, CounterService, DaysQueries, DaysService, GuestsService],
  exports: [GuestsService],
})
export class CounterModule implements OnModuleInit {
  constructor(
    private readonly orders: GuestsQueries,
    private readonly guests: GuestsService,
  ) {}

  onModuleInit(): void {
    this.orders.use(this.guests)
  }
}
