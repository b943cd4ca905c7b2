import { Module, type OnModuleInit } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'
import { MealOutlooksQueries } from '../canteen/meal-outlooks.queries.js'
import { KitchenModule } from '../kitchen/kitchen.module.js'
import { LiveModule } from '../live/live.module.js'
import { NoticesModule } from '../notices/notices.module.js'
import { PeopleModule } from '../people/people.module.js'
import { MoneyModule } from '../wallet/money.module.js'
import { MoneyWorker } from '../wallet/money-worker.service.js'

import { CalendarQueries } from './calendar.queries.js'
import { CookedQueries } from './cooked.queries.js'
import { DishesController } from './dishes.controller.js'
import { DishesService } from './dishes.service.js'
import { FiguresQueries } from './figures.queries.js'
import { ForecastQueries } from './forecast.queries.js'
import { ManageController } from './manage.controller.js'
import { MealClosingsService } from './meal-closings.service.js'
import { MealPlansQueries } from './meal-plans.queries.js'
import { MealPlansService } from './meal-plans.service.js'
import { MeanwhileQueries } from './meanwhile.queries.js'
import { MenuNewsService } from './menu-news.service.js'
import { MenusController } from './menus.controller.js'
import { MenusData } from './personal-data.js'
import { PublishedSittingsService } from './published-sittings.service.js'
import { PublishingService } from './publishing.service.js'
import { ReviewsController } from './reviews.controller.js'
import { ReviewsQueries } from './reviews.queries.js'
import { ReviewsService } from './reviews.service.js'
import { SalesQueries } from './sales.queries.js'
import { SettlingService } from './settling.service.js'
import { WeeksQueries } from './weeks.queries.js'
import { WeeksService } from './weeks.service.js'

/** The dish catalogue, the weekly menu and its versions, the calendar; reviews and the manager's page. */
@Module({
  imports: [CanteenModule, KitchenModule, PeopleModule, NoticesModule, LiveModule, MoneyModule],
  controllers: [MenusController, DishesController, ReviewsController, ManageController],
  providers: [
    CalendarQueries,
    CookedQueries,
    DishesService,
    FiguresQueries,
    ForecastQueries,
    MealClosingsService,
    MealPlansQueries,
    MealPlansService,
    MeanwhileQueries,
    MenuNewsService,
    MenusData,
    PublishedSittingsService,
    PublishingService,
    ReviewsQueries,
    ReviewsService,
    SalesQueries,
    SettlingService,
    WeeksQueries,
    WeeksService,
  ],
  exports: [MealPlansQueries, PublishedSittingsService],
})
export class MenusModule implements OnModuleInit {
  constructor(
    private readonly worker: MoneyWorker,
    private readonly settling: SettlingService,
    private readonly outlooks: MealOutlooksQueries,
    private readonly calendar: CalendarQueries,
  ) {}

  onModuleInit(): void {
    this.outlooks.use(this.calendar)
    this.worker.alsoDoEachMinute(() => this.settling.finish())
  }
}
