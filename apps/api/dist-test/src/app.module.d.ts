import { type DynamicModule } from '@nestjs/common'
import { Clock } from './common/clock.js'
import { Env } from './config/env.js'
/** The whole API for one configuration and clock. */
export declare class AppModule {
  static for(env: Env, clock: Clock): DynamicModule
}
