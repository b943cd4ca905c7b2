import { Module, type OnModuleInit } from '@nestjs/common'

import { NoticesModule } from '../notices/notices.module.js'
import { ConsentsService } from '../privacy/consents.service.js'
import { PersonalDataService } from '../privacy/personal-data.service.js'
import { WalletModule } from '../wallet/wallet.module.js'
import { WechatModule } from '../wechat/wechat.module.js'

import { AccountService } from './account.service.js'
import { AuthController } from './auth.controller.js'
import { CardsQueries } from './cards.queries.js'
import { CardsService } from './cards.service.js'
import { ContactsQueries } from './contacts.queries.js'
import { ContactsService } from './contacts.service.js'
import { DeskController } from './desk.controller.js'
import { DeskQueries } from './desk.queries.js'
import { DeskService } from './desk.service.js'
import { FactsQueries } from './facts.queries.js'
import { FactsService } from './facts.service.js'
import { MandateCodesService } from './mandate-codes.service.js'
import { MandateNoticesService } from './mandate-notices.service.js'
import { MandatesController } from './mandates.controller.js'
import { MandatesQueries } from './mandates.queries.js'
import { MandatesService } from './mandates.service.js'
import { MeController } from './me.controller.js'
import { PeopleService } from './people.service.js'
import { peopleData } from './personal-data.js'
import { PhoneSignInService } from './phone-sign-in.service.js'
import { RolesController } from './roles.controller.js'
import { RolesService } from './roles.service.js'
import { SessionsService } from './sessions.service.js'
import { SignInService } from './sign-in.service.js'
import { LogSmsSender, SmsSender } from './sms-sender.js'
import { WelcomeService } from './welcome.service.js'

@Module({
  imports: [WalletModule, WechatModule, NoticesModule],
  controllers: [AuthController, MeController, MandatesController, DeskController, RolesController],
  providers: [
    AccountService,
    CardsQueries,
    CardsService,
    ContactsQueries,
    ContactsService,
    DeskQueries,
    DeskService,
    FactsQueries,
    FactsService,
    MandateCodesService,
    MandateNoticesService,
    MandatesQueries,
    MandatesService,
    PeopleService,
    PhoneSignInService,
    RolesService,
    SessionsService,
    SignInService,
    WelcomeService,
    { provide: SmsSender, useClass: LogSmsSender },
  ],
  exports: [AccountService, CardsService, ContactsService, MandatesService, PeopleService, SessionsService],
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly personalData: PersonalDataService,
    private readonly consents: ConsentsService,
    private readonly contacts: ContactsService,
  ) {}

  onModuleInit(): void {
    this.personalData.register(peopleData(this.contacts))
    this.consents.whenWithdrawn('sensitive', (tx, personId) => this.contacts.forget(tx, personId, 'id_number'))
  }
}
