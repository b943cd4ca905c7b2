import { Global, Module, type DynamicModule } from '@nestjs/common'

import { CanteenModule } from './canteen/canteen.module.js'
import { CommonModule } from './common/common.module.js'
import { HousekeepingModule } from './common/housekeeping.module.js'
import { Env } from './config/env.js'
import { DatabaseModule } from './database/database.module.js'
import { DemoModule } from './demo/demo.module.js'
import { HealthController } from './health/health.controller.js'
import { NoticesModule } from './notices/notices.module.js'
import { PeopleModule } from './people/people.module.js'
import { WalletModule } from './wallet/wallet.module.js'
import { WechatModule } from './wechat/wechat.module.js'

@Global()
@Module({})
class EnvModule {
  static with(env: Env): DynamicModule {
    return { module: EnvModule, providers: [{ provide: Env, useValue: env }], exports: [Env] }
  }
}

/** The whole API for one configuration. */
@Module({})
export class AppModule {
  static for(env: Env): DynamicModule {
    return {
      module: AppModule,
      imports: [
        EnvModule.with(env),
        DatabaseModule,
        CommonModule,
        HousekeepingModule,
        WechatModule,
        PeopleModule,
        WalletModule,
        NoticesModule,
        CanteenModule,
        DemoModule,
      ],
      controllers: [HealthController],
    }
  }
}
