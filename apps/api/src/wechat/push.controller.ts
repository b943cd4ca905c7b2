import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common'

import { Public } from '../common/auth/auth.decorators.js'

import { WechatPushService, type PictureEvent } from './push.service.js'

/** What stands in the query: a name given twice is a list, which is nothing of ours. */
type PushQuery = Record<string, unknown>

const textOf = (query: PushQuery, name: string): string => {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

const signatureOf = (query: PushQuery) => ({
  signature: textOf(query, 'signature'),
  timestamp: textOf(query, 'timestamp'),
  nonce: textOf(query, 'nonce'),
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
    return textOf(query, 'echostr')
  }

  @Post()
  @HttpCode(200)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  async take(@Query() query: PushQuery, @Body() event: PictureEvent): Promise<string> {
    this.push.assertSigned(signatureOf(query))
    await this.push.take(event)
    return 'success'
  }
}
