import { Module, type OnModuleInit } from '@nestjs/common'

import { Housekeeping } from '../common/housekeeping.service.js'
import { NoticesModule } from '../notices/notices.module.js'
import { NoticesService } from '../notices/notices.service.js'
import { ConsentsService } from '../privacy/consents.service.js'
import { PersonalDataService } from '../privacy/personal-data.service.js'
import { UploadsModule } from '../uploads/uploads.module.js'
import { UploadsService } from '../uploads/uploads.service.js'
import { WalletModule } from '../wallet/wallet.module.js'
import { WechatModule } from '../wechat/wechat.module.js'

import { AccountService } from './account.service.js'
import { AuthController } from './auth.controller.js'
import { CardsQueries } from './cards.queries.js'
import { CardsService } from './cards.service.js'
import { ContactsQueries } from './contacts.queries.js'
import { ContactsService } from './contacts.service.js'
import { ContentService } from './content.service.js'
import { DeskConsentsService } from './desk-consents.service.js'
import { DeskController } from './desk.controller.js'
import { DeskMandatesService } from './desk-mandates.service.js'
import { DeskQueries } from './desk.queries.js'
import { DeskService } from './desk.service.js'
import { FactsQueries } from './facts.queries.js'
import { FactsService } from './facts.service.js'
import { FindingService } from './finding.service.js'
import { HelpersService } from './helpers.service.js'
import { MandateActsService } from './mandate-acts.service.js'
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
import { SightsService } from './sights.service.js'
import { SignInService } from './sign-in.service.js'
import { LogSmsSender, SmsSender } from './sms-sender.js'
import { StaffActsService } from './staff-acts.service.js'
import { WelcomeService } from './welcome.service.js'

@Module({
  imports: [WalletModule, WechatModule, NoticesModule, UploadsModule],
  controllers: [AuthController, MeController, MandatesController, DeskController, RolesController],
  providers: [
    AccountService,
    CardsQueries,
    CardsService,
    ContactsQueries,
    ContactsService,
    ContentService,
    DeskConsentsService,
    DeskMandatesService,
    DeskQueries,
    DeskService,
    FactsQueries,
    FactsService,
    FindingService,
    HelpersService,
    MandateCodesService,
    MandateNoticesService,
    MandatesQueries,
    MandateActsService,
    MandatesService,
    PeopleService,
    PhoneSignInService,
    RolesService,
    SessionsService,
    SightsService,
    SignInService,
    StaffActsService,
    WelcomeService,
    { provide: SmsSender, useClass: LogSmsSender },
  ],
  exports: [
    CardsService,
    ContactsService,
    ContentService,
    FindingService,
    HelpersService,
    MandateActsService,
    MandatesService,
    PeopleService,
    RolesService,
    SessionsService,
    SightsService,
    StaffActsService,
    WelcomeService,
  ],
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly housekeeping: Housekeeping,
    private readonly personalData: PersonalDataService,
    private readonly accounts: AccountService,
    private readonly sessions: SessionsService,
    private readonly phones: PhoneSignInService,
    private readonly consents: ConsentsService,
    private readonly contacts: ContactsService,
    private readonly facts: FactsService,
    private readonly notices: NoticesService,
    private readonly uploads: UploadsService,
  ) {}

  onModuleInit(): void {
    const { contacts, facts, notices, uploads } = this
    this.housekeeping.every(
      'tenMinutes',
      () => this.accounts.eraseDue(),
      () => this.contacts.reseal(),
      () => this.sessions.forgetOld(),
      () => this.phones.forgetOld(),
    )
    this.personalData.register(peopleData({ contacts, notices, uploads }))
    this.consents.askBefore((tx, personId) => facts.assertMayAgree(tx, personId))
    // What this consent alone allows is kept no longer, and discounts, which need an age, end. Where one lives stays: see SENSITIVE_FACTS.
    this.consents.whenWithdrawn('sensitive', async (tx, personId) => {
      await contacts.forget(tx, personId, 'id_number')
      await facts.forgetSensitive(tx, personId)
    })
  }
}
