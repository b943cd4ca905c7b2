import { Controller, Get, Header, Res } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import { register } from 'prom-client'
import { DataSource } from 'typeorm'

import { Public } from '../common/auth/auth.decorators.js'

/** For load balancers and monitoring, outside the versioned API. */
@Controller()
@Public()
export class HealthController {
  private stopping = false

  constructor(private readonly dataSource: DataSource) {}

  /** The process runs. */
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' }
  }

  /** Requests may come: the database answers and no migration is missing. 503 otherwise and while stopping. */
  @Get('health/ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' | 'unavailable' }> {
    const ready = !this.stopping && (await this.databaseReady())
    if (!ready) void reply.status(503)
    return { status: ready ? 'ok' : 'unavailable' }
  }

  @Get('metrics')
  @Header('Content-Type', register.contentType)
  metrics(): Promise<string> {
    return register.metrics()
  }

  /** From now on `ready` says no, so that no new requests are sent here. */
  beforeApplicationShutdown(): void {
    this.stopping = true
  }

  private async databaseReady(): Promise<boolean> {
    try {
      return !(await this.dataSource.showMigrations())
    } catch {
      return false
    }
  }
}
