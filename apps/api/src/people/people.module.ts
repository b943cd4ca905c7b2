import { Module } from '@nestjs/common'

import { WalletModule } from '../wallet/wallet.module.js'
import { WechatModule } from '../wechat/wechat.module.js'

import { AuthController } from './auth.controller.js'
import { MeController } from './me.controller.js'
import { PeopleService } from './people.service.js'
import { SessionsService } from './sessions.service.js'
import { SignInService } from './sign-in.service.js'

@Module({
  imports: [WalletModule, WechatModule],
  controllers: [AuthController, MeController],
  providers: [PeopleService, SessionsService, SignInService],
  exports: [PeopleService],
})
export class PeopleModule {}
