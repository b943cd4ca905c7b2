import { Module } from '@nestjs/common'

import { PayClientService } from './pay-client.service.js'
import { WechatPushController } from './push.controller.js'
import { WechatPushService } from './push.service.js'
import { ApiStandIn } from './stand-in/api-stand-in.js'
import { PayStandIn } from './stand-in/pay-stand-in.js'
import { WechatHttp } from './wechat-http.js'
import { WechatStandIn } from './wechat-stand-in.js'
import { WechatTokenService } from './wechat-token.service.js'
import { WechatService } from './wechat.service.js'

@Module({
  controllers: [WechatPushController],
  providers: [
    WechatService,
    PayClientService,
    WechatTokenService,
    WechatPushService,
    WechatHttp,
    WechatStandIn,
    ApiStandIn,
    PayStandIn,
  ],
  exports: [WechatService, PayClientService, PayStandIn],
})
export class WechatModule {}
