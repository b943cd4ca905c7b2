import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common'

import { Public } from '../common/auth/auth.decorators.js'

import { WechatPushService, type PictureEvent } from './push.service.js'

type PushQuery = Record<string, string | undefined>

const signatureOf = (query: PushQuery) => ({
  signature: String(query['signature'] ?? ''),
  timestamp: String(query['timestamp'] ?? ''),
  nonce: String(query['nonce'] ?? ''),
})

/** Where WeChat pushes messages to (plain mode, JSON). Not part of the contract: only WeChat calls it. */
@Public()
@Controller('wechat/push')
export class WechatPushController {
  constructor(private readonly push: WechatPushService) {}

  /** WeChat asks once, when the address is set in its console, for the echo. */
  @Get()
  @Header('Content-Type', 'text/plain; charset=utf-8')
  echo(@Query() query: PushQuery): string {
    this.push.assertSigned(signatureOf(query))
    return String(query['echostr'] ?? '')
  }

  @Post()
  @HttpCode(200)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async take(@Query() query: PushQuery, @Body() event: Record<string, unknown>): Promise<string> {
    this.push.assertSigned(signatureOf(query))
    await this.push.take(event as PictureEvent)
    return 'success'
  }
}
