import { Module } from '@nestjs/common'

import { WechatStandIn } from './wechat-stand-in.js'
import { WechatService } from './wechat.service.js'

@Module({
  providers: [WechatService, WechatStandIn],
  exports: [WechatService],
})
export class WechatModule {}
