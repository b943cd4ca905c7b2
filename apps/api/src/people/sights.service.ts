import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { NoticesService } from '../notices/notices.service.js'
import { AuditService, type SightRequest } from '../privacy/audit.service.js'

/** Looks at one person's data: written into their access log, and told to them. */
@Injectable()
export class SightsService {
  constructor(
    private readonly audit: AuditService,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Somebody looked: each look is in the access log; of looks at the same `field` by the same viewer the person is told once a day, in
   * `words`, or as the log says it.
   */
  async saw(tx: EntityManager, sight: SightRequest, field: string, words?: string): Promise<void> {
    await this.audit.saw(tx, sight)
    await this.tell(tx, sight, field, words)
  }

  /**
   * The same of what is looked at again and again in one visit: once a day in the access log, and told in `words`. What is opened for a
   * reason of its own goes through {@link saw}.
   */
  async sawToday(tx: EntityManager, sight: SightRequest, field: string, words: string): Promise<void> {
    await this.audit.sawToday(tx, [sight])
    await this.tell(tx, sight, field, words)
  }

  private async tell(tx: EntityManager, sight: SightRequest, field: string, words?: string): Promise<void> {
    const { personId, viewer, what, reason } = sight
    await this.notices.tell(tx, [
      {
        personId,
        kind: 'data_viewed',
        title: '有人看过你的资料',
        body: `${viewer.label}${words ?? `看了你的${what}：${reason}`}`.slice(0, 200),
        subject: { kind: 'privacy', id: personId },
        dedupeKey: `viewed ${viewer.id.slice(0, 36)} ${field} ${this.clock.today()}`,
      },
    ])
  }
}
