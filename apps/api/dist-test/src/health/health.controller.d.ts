import type { FastifyReply } from 'fastify'
import { DataSource } from 'typeorm'
/** For load balancers and monitoring, outside the versioned API. */
export declare class HealthController {
  private readonly dataSource
  private stopping
  constructor(dataSource: DataSource)
  /** The process runs. */
  live(): {
    status: 'ok'
  }
  /** Requests may come: the database answers and no migration is missing. 503 otherwise and while stopping. */
  ready(reply: FastifyReply): Promise<{
    status: 'ok' | 'unavailable'
  }>
  metrics(): Promise<string>
  /** From now on `ready` says no, so that no new requests are sent here. */
  beforeApplicationShutdown(): void
  private databaseReady
}
