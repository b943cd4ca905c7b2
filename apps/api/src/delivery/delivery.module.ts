import { Module, type OnModuleInit } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'
import { DoorstepsQueries } from '../canteen/doorsteps.queries.js'
import { Housekeeping } from '../common/housekeeping.service.js'
import { KitchenModule } from '../kitchen/kitchen.module.js'
import { KitchenRunsService } from '../kitchen/kitchen-runs.service.js'
import { LiveModule } from '../live/live.module.js'
import { NoticesModule } from '../notices/notices.module.js'
import { PeopleModule } from '../people/people.module.js'
import { MoneyModule } from '../wallet/money.module.js'
import { MoneyWorker } from '../wallet/money-worker.service.js'

import { AddressSealsService } from './address-seals.service.js'
import { AddressesQueries } from './addresses.queries.js'
import { AddressesController } from './addresses.controller.js'
import { AddressesService } from './addresses.service.js'
import { DeliveriesQueries } from './deliveries.queries.js'
import { DeliveryNoticesService } from './delivery-notices.service.js'
import { FreeRunsService } from './free-runs.service.js'
import { KitchenRunsQueries } from './kitchen-runs.queries.js'
import { LadderPlacesQueries } from './ladder-places.queries.js'
import { LadderPlacesService } from './ladder-places.service.js'
import { LeftBehindService } from './left-behind.service.js'
import { MissedDaysQueries } from './missed-days.queries.js'
import { DeliveryData } from './personal-data.js'
import { RunMakingService } from './run-making.service.js'
import { RunSheetsQueries } from './run-sheets.queries.js'
import { RunSightsService } from './run-sights.service.js'
import { RunsController } from './runs.controller.js'
import { RunsService } from './runs.service.js'
import { ShutDoorsService } from './shut-doors.service.js'
import { StandingDaysService } from './standing-days.service.js'
import { StandingMenusQueries } from './standing-menus.queries.js'
import { StandingOrdersService } from './standing-orders.service.js'
import { StandingResultsService } from './standing-results.service.js'
import { StandingSwapsService } from './standing-swaps.service.js'
import { StandingsController } from './standings.controller.js'
import { StandingsQueries } from './standings.queries.js'
import { StandingsService } from './standings.service.js'
import { StopsService } from './stops.service.js'
import { UnservedDaysQueries } from './unserved-days.queries.js'

/** Meals to the door: addresses, standing orders, couriers' runs. */
@Module({
  imports: [CanteenModule, KitchenModule, PeopleModule, NoticesModule, LiveModule, MoneyModule],
  controllers: [AddressesController, RunsController, StandingsController],
  providers: [
    AddressSealsService,
    AddressesQueries,
    AddressesService,
    DeliveriesQueries,
    DeliveryData,
    DeliveryNoticesService,
    FreeRunsService,
    KitchenRunsQueries,
    LadderPlacesQueries,
    LadderPlacesService,
    LeftBehindService,
    MissedDaysQueries,
    RunMakingService,
    RunSheetsQueries,
    RunSightsService,
    RunsService,
    ShutDoorsService,
    StandingDaysService,
    StandingMenusQueries,
    StandingOrdersService,
    StandingResultsService,
    StandingSwapsService,
    StandingsQueries,
    StandingsService,
    StopsService,
    UnservedDaysQueries,
  ],
  exports: [AddressSealsService, StandingOrdersService],
})
export class DeliveryModule implements OnModuleInit {
  constructor(
    private readonly housekeeping: Housekeeping,
    private readonly worker: MoneyWorker,
    private readonly doorsteps: DoorstepsQueries,
    private readonly book: AddressesQueries,
    private readonly seals: AddressSealsService,
    private readonly standingOrders: StandingOrdersService,
    private readonly leftBehind: LeftBehindService,
    private readonly freeRuns: FreeRunsService,
    private readonly places: LadderPlacesService,
    private readonly kitchen: KitchenRunsService,
    private readonly runs: KitchenRunsQueries,
  ) {}

  onModuleInit(): void {
    this.doorsteps.use(this.book)
    this.kitchen.use(this.runs)
    this.worker.alsoDoEachMinute(() => this.standingOrders.orderDue())
    this.worker.alsoDoEachMinute(() => this.leftBehind.endDue())
    this.worker.alsoDoEachMinute(() => this.freeRuns.tellDue())
    this.housekeeping.every('tenMinutes', () => this.seals.reseal())
    this.housekeeping.every('hour', () => this.places.forgetOld())
  }
}
