import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'

/** Whether requests may come. */
@Injectable()
export class HealthService implements BeforeApplicationShutdown {
  private stopping = false

  constructor(private readonly dataSource: DataSource) {}

  /** The database answers, no migration is missing, and the process is not about to stop. */
  async isReady(): Promise<boolean> {
    if (this.stopping) return false
    try {
      return !(await this.dataSource.showMigrations())
    } catch {
      return false
    }
  }

  beforeApplicationShutdown(): void {
    this.stopping = true
  }
}
