import { Controller, HttpCode, Post, Req, type RawBodyRequest } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'

import { Public, Unlimited } from '../common/auth/auth.decorators.js'

import { PayNoticesService } from './pay-notices.service.js'

/** Where WeChat Pay tells of payments and refunds. Not part of the contract: only WeChat calls it, from few addresses and at noon often. */
@Public()
@Unlimited()
@Controller('wechat/pay')
export class PayNoticesController {
  constructor(private readonly notices: PayNoticesService) {}

  @Post('notify')
  @HttpCode(204)
  take(@Req() request: RawBodyRequest<FastifyRequest>): Promise<void> {
    return this.notices.take(request.headers, request.rawBody?.toString('utf8') ?? '')
  }
}
