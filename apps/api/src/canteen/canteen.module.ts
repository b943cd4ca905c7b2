import { Module, type OnModuleInit } from '@nestjs/common'

import { Housekeeping } from '../common/housekeeping.service.js'
import { LiveModule } from '../live/live.module.js'
import { NoticesModule } from '../notices/notices.module.js'
import { PeopleModule } from '../people/people.module.js'
import { MoneyModule } from '../wallet/money.module.js'
import { MoneyWorker } from '../wallet/money-worker.service.js'
import { MonthsService } from '../wallet/months.service.js'
import { WalletModule } from '../wallet/wallet.module.js'

import { BasketsService } from './baskets.service.js'
import { ClosingsService } from './closings.service.js'
import { DietsService } from './diets.service.js'
import { DoorstepsQueries } from './doorsteps.queries.js'
import { EatersQueries } from './eaters.queries.js'
import { GuestsQueries } from './guests.queries.js'
import { HoldsService } from './holds.service.js'
import { LineRefundsService } from './line-refunds.service.js'
import { MealOutlooksQueries } from './meal-outlooks.queries.js'
import { MealsController } from './meals.controller.js'
import { MissedMealsService } from './missed-meals.service.js'
import { OfferedMealsQueries } from './offered-meals.queries.js'
import { OrderCountsQueries } from './order-counts.queries.js'
import { OrderEndingsService } from './order-endings.service.js'
import { OrderExpiryService } from './order-expiry.service.js'
import { OrderNoticesService } from './order-notices.service.js'
import { OrderPaymentsService } from './order-payments.service.js'
import { OrderPeopleQueries } from './order-people.queries.js'
import { OrderProgressService } from './order-progress.service.js'
import { OrdersController } from './orders.controller.js'
import { OrdersQueries } from './orders.queries.js'
import { OrderSwapsService } from './order-swaps.service.js'
import { OrdersService } from './orders.service.js'
import { CanteenData } from './personal-data.js'
import { PickupsController } from './pickups.controller.js'
import { PickupsQueries } from './pickups.queries.js'
import { PickupsService } from './pickups.service.js'
import { PlacingTablesService } from './placing-tables.service.js'
import { PlacingService } from './placing.service.js'
import { PlacingWritesService } from './placing-writes.service.js'
import { SittingFactsQueries } from './sitting-facts.queries.js'
import { SittingLooksQueries } from './sitting-looks.queries.js'
import { SittingTablesQueries } from './sitting-tables.queries.js'
import { SittingsController } from './sittings.controller.js'
import { SittingsQueries } from './sittings.queries.js'
import { StaffCanteensQueries } from './staff-canteens.queries.js'
import { StockService } from './stock.service.js'
import { TakeOversService } from './take-overs.service.js'
import { WaitsQueries } from './waits.queries.js'
import { WaitsService } from './waits.service.js'

@Module({
  imports: [PeopleModule, WalletModule, MoneyModule, NoticesModule, LiveModule],
  controllers: [SittingsController, OrdersController, MealsController, PickupsController],
  providers: [
    BasketsService,
    ClosingsService,
    DietsService,
    CanteenData,
    DoorstepsQueries,
    EatersQueries,
    GuestsQueries,
    HoldsService,
    LineRefundsService,
    MealOutlooksQueries,
    MissedMealsService,
    OfferedMealsQueries,
    OrderCountsQueries,
    OrderEndingsService,
    OrderExpiryService,
    OrderNoticesService,
    OrderPaymentsService,
    OrderPeopleQueries,
    OrderProgressService,
    OrderSwapsService,
    OrdersQueries,
    OrdersService,
    PickupsQueries,
    PickupsService,
    PlacingService,
    PlacingTablesService,
    PlacingWritesService,
    SittingFactsQueries,
    SittingLooksQueries,
    SittingTablesQueries,
    SittingsQueries,
    StaffCanteensQueries,
    StockService,
    TakeOversService,
    WaitsQueries,
    WaitsService,
  ],
  exports: [
    BasketsService,
    ClosingsService,
    DoorstepsQueries,
    GuestsQueries,
    LineRefundsService,
    MealOutlooksQueries,
    OrderCountsQueries,
    OrderEndingsService,
    OrderExpiryService,
    OrderNoticesService,
    OrderPaymentsService,
    OrderPeopleQueries,
    OrderProgressService,
    OrderSwapsService,
    OrdersQueries,
    PickupsQueries,
    PlacingService,
    StaffCanteensQueries,
  ],
})
export class CanteenModule implements OnModuleInit {
  constructor(
    private readonly worker: MoneyWorker,
    private readonly months: MonthsService,
    private readonly housekeeping: Housekeeping,
    private readonly expiry: OrderExpiryService,
    private readonly missed: MissedMealsService,
    private readonly closings: ClosingsService,
    private readonly orders: OrdersQueries,
  ) {}

  onModuleInit(): void {
    this.worker.alsoDo(() => this.expiry.expireDue())
    this.worker.alsoDoEachMinute(() => this.closings.finish())
    this.housekeeping.every('tenMinutes', () => this.missed.tellForgotten())
    this.months.askSavingsOf((orderIds) => this.orders.savedFen(orderIds))
  }
}
