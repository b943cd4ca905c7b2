import { Module } from '@nestjs/common'

import { NoticesModule } from '../notices/notices.module.js'
import { PeopleModule } from '../people/people.module.js'
import { WechatModule } from '../wechat/wechat.module.js'

import { BooksController } from './books.controller.js'
import { BooksQueries } from './books.queries.js'
import { DemoPaymentsController } from './demo-payments.controller.js'
import { DrawerController } from './drawer.controller.js'
import { DrawerService } from './drawer.service.js'
import { MoneyWorker } from './money-worker.service.js'
import { MonthsService } from './months.service.js'
import { OrderMoneyService } from './order-money.service.js'
import { PayNoticesController } from './pay-notices.controller.js'
import { PayNoticesService } from './pay-notices.service.js'
import { PaymentsService } from './payments.service.js'
import { PayoutsService } from './payouts.service.js'
import { ReconciliationService } from './reconciliation.service.js'
import { RefundsService } from './refunds.service.js'
import { SettlementService } from './settlement.service.js'
import { WalletController } from './wallet.controller.js'
import { WalletModule } from './wallet.module.js'
import { WalletQueries } from './wallet.queries.js'

/** Ways money comes, moves and goes: WeChat Pay, cash at a desk, orders, pay-outs, bills. */
@Module({
  imports: [WalletModule, PeopleModule, NoticesModule, WechatModule],
  controllers: [WalletController, DrawerController, BooksController, DemoPaymentsController, PayNoticesController],
  providers: [
    BooksQueries,
    DrawerService,
    MoneyWorker,
    MonthsService,
    OrderMoneyService,
    PayNoticesService,
    PaymentsService,
    PayoutsService,
    ReconciliationService,
    RefundsService,
    SettlementService,
    WalletQueries,
  ],
  exports: [MoneyWorker, MonthsService, OrderMoneyService, PaymentsService, SettlementService],
})
export class MoneyModule {}
