import { Global, Module, type DynamicModule } from '@nestjs/common'

import { CanteenModule } from './canteen/canteen.module.js'
import { Clock } from './common/clock.js'
import { CommonModule } from './common/common.module.js'
import { Env } from './config/env.js'
import { CounterModule } from './counter/counter.module.js'
import { DatabaseModule } from './database/database.module.js'
import { DeliveryModule } from './delivery/delivery.module.js'
import { DemoModule } from './demo/demo.module.js'
import { HealthModule } from './health/health.module.js'
import { AccessModule } from './http/access.module.js'
import { KitchenModule } from './kitchen/kitchen.module.js'
import { LiveModule } from './live/live.module.js'
import { MenusModule } from './menus/menus.module.js'
import { NoticesModule } from './notices/notices.module.js'
import { OutboxModule } from './notices/outbox.module.js'
import { PeopleModule } from './people/people.module.js'
import { PrivacyModule } from './privacy/privacy.module.js'
import { MoneyModule } from './wallet/money.module.js'
import { UploadsDoorModule } from './uploads/uploads-door.module.js'
import { WalletModule } from './wallet/wallet.module.js'
import { WechatModule } from './wechat/wechat.module.js'

/** What comes from outside the process: its configuration and the time. */
@Global()
@Module({})
class OutsideModule {
  static with(env: Env, clock: Clock): DynamicModule {
    const providers = [
      { provide: Env, useValue: env },
      { provide: Clock, useValue: clock },
    ]
    return { module: OutsideModule, providers, exports: [Env, Clock] }
  }
}

/** The whole API for one configuration and clock. */
@Module({})
export class AppModule {
  static for(env: Env, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        OutsideModule.with(env, clock),
        DatabaseModule,
        CommonModule,
        AccessModule,
        PrivacyModule,
        WechatModule,
        PeopleModule,
        WalletModule,
        MoneyModule,
        NoticesModule,
        OutboxModule,
        LiveModule,
        UploadsDoorModule,
        CanteenModule,
        MenusModule,
        KitchenModule,
        CounterModule,
        DeliveryModule,
        DemoModule,
        HealthModule,
      ],
    }
  }
}
