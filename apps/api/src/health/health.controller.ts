import { Controller, Get, Header, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { register } from 'prom-client'

import { Public } from '../common/auth/auth.decorators.js'

import { HealthService } from './health.service.js'

/** For load balancers and monitoring, outside the versioned API. */
@Controller()
@Public()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process runs. */
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' }
  }

  /** Requests may come; 503 otherwise. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' | 'unavailable' }> {
    const ready = await this.health.isReady()
    if (!ready) void reply.status(503)
    return { status: ready ? 'ok' : 'unavailable' }
  }

  @Get('metrics')
  @Header('Content-Type', register.contentType)
  metrics(): Promise<string> {
    return register.metrics()
  }
}
