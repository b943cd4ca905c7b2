import { Global, Module, type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'

import { Env } from '../config/env.js'

import { createDataSource } from './data-source.js'
import { migrate } from './migrate.js'
import { Transactions } from './transactions.js'

/** The one connection (pool) of the process, migrated before anything uses it, closed after everything has stopped. */
@Global()
@Module({
  providers: [
    {
      provide: DataSource,
      inject: [Env],
      useFactory: async (env: Env): Promise<DataSource> => {
        const dataSource = await createDataSource(env).initialize()
        await migrate(dataSource)
        return dataSource
      },
    },
    Transactions,
  ],
  exports: [DataSource, Transactions],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly dataSource: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy()
  }
}
