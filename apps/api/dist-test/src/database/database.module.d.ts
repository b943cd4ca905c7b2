import { type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
/** The one connection (pool) of the process, migrated before anything uses it, closed after everything has stopped. */
export declare class DatabaseModule implements OnApplicationShutdown {
  private readonly dataSource
  constructor(dataSource: DataSource)
  onApplicationShutdown(): Promise<void>
}
