import { Module, type OnModuleInit } from '@nestjs/common'

import { Housekeeping } from '../common/housekeeping.service.js'
import { PeopleModule } from '../people/people.module.js'
import { WechatModule } from '../wechat/wechat.module.js'

import { CourierService } from './courier.service.js'
import { CreditsController } from './credits.controller.js'
import { CreditsService } from './credits.service.js'
import { ElderMessages, LoggedElderMessages } from './elder-messages.js'
import { NoticesModule } from './notices.module.js'
import { NoticesService } from './notices.service.js'
import { OutboxWorker } from './outbox-worker.js'
import { OutboxController } from './outbox.controller.js'
import { OutboxQueries } from './outbox.queries.js'
import { OutboxService } from './outbox.service.js'
import { Templates } from './templates.js'

/** The way out of the house. Apart from the inbox, because modules that tell things must not depend on who is reached how. */
@Module({
  imports: [NoticesModule, PeopleModule, WechatModule],
  controllers: [CreditsController, OutboxController],
  providers: [
    CourierService,
    CreditsService,
    OutboxQueries,
    OutboxWorker,
    Templates,
    { provide: ElderMessages, useClass: LoggedElderMessages },
  ],
})
export class OutboxModule implements OnModuleInit {
  constructor(
    private readonly housekeeping: Housekeeping,
    private readonly outbox: OutboxService,
    private readonly notices: NoticesService,
  ) {}

  onModuleInit(): void {
    this.housekeeping.every(
      'hour',
      () => this.outbox.forgetOld(),
      () => this.notices.forgetOld(),
    )
  }
}
