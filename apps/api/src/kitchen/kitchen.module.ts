import { Module, type OnModuleInit } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'
import { LiveModule } from '../live/live.module.js'
import { NoticesModule } from '../notices/notices.module.js'
import { PeopleModule } from '../people/people.module.js'
import { UploadsModule } from '../uploads/uploads.module.js'
import { MoneyWorker } from '../wallet/money-worker.service.js'
import { MoneyModule } from '../wallet/money.module.js'

import { ChangesQueries } from './changes.queries.js'
import { ChangesService } from './changes.service.js'
import { CountsQueries } from './counts.queries.js'
import { DishEatersService } from './dish-eaters.service.js'
import { KitchenController } from './kitchen.controller.js'
import { KitchenExtrasService } from './kitchen-extras.service.js'
import { KitchenRunsService } from './kitchen-runs.service.js'
import { KitchenService } from './kitchen.service.js'
import { KitchenSittingsQueries } from './kitchen-sittings.queries.js'
import { KitchenData } from './personal-data.js'
import { RunsOfSitting } from './runs.queries.js'
import { SampleDaysQueries } from './sample-days.queries.js'
import { SamplesController } from './samples.controller.js'
import { SamplesQueries } from './samples.queries.js'
import { SamplesService } from './samples.service.js'
import { SheetsQueries } from './sheets.queries.js'
import { SheetsService } from './sheets.service.js'
import { StaffMealsService } from './staff-meals.service.js'
import { TicketsQueries } from './tickets.queries.js'
import { TicketsService } from './tickets.service.js'

/** The kitchen of a canteen: production sheets, tickets, samples. */
@Module({
  imports: [CanteenModule, PeopleModule, LiveModule, NoticesModule, UploadsModule, MoneyModule],
  controllers: [KitchenController, SamplesController],
  providers: [
    ChangesQueries,
    ChangesService,
    CountsQueries,
    DishEatersService,
    KitchenData,
    KitchenExtrasService,
    KitchenRunsService,
    KitchenService,
    KitchenSittingsQueries,
    RunsOfSitting,
    SampleDaysQueries,
    SamplesQueries,
    SamplesService,
    SheetsQueries,
    SheetsService,
    StaffMealsService,
    TicketsQueries,
    TicketsService,
  ],
  exports: [KitchenExtrasService, KitchenRunsService, SheetsService],
})
export class KitchenModule implements OnModuleInit {
  constructor(
    private readonly worker: MoneyWorker,
    private readonly sheets: SheetsService,
  ) {}

  onModuleInit(): void {
    this.worker.alsoDoEachMinute(() => this.sheets.makeDue())
  }
}
