import { Global, Module, type OnModuleInit } from '@nestjs/common'

import { Access } from './access.entity.js'
import { AuditQueries } from './audit-queries.service.js'
import { AuditService } from './audit.service.js'
import { Audit } from './audit.entity.js'
import { Consent } from './consent.entity.js'
import { ConsentsService } from './consents.service.js'
import { PersonalDataService } from './personal-data.service.js'
import { PrivacyController } from './privacy.controller.js'
import { PrivacyQueries } from './privacy.queries.js'
import { SealingService } from './sealing.service.js'

/** What every module that keeps something about people stands on: logs, seals, consents, and the registry of what is kept. */
@Global()
@Module({
  controllers: [PrivacyController],
  providers: [AuditQueries, AuditService, ConsentsService, PersonalDataService, PrivacyQueries, SealingService],
  exports: [AuditQueries, AuditService, ConsentsService, PersonalDataService, SealingService],
})
export class PrivacyModule implements OnModuleInit {
  constructor(private readonly personalData: PersonalDataService) {}

  onModuleInit(): void {
    this.personalData.register({
      section: 'privacy',
      tables: ['privacy_access', 'privacy_audit', 'privacy_consent'],
      export: async (personId, from) => ({
        consents: (await from.findBy(Consent, { personId })).map(
          ({ document, version, channel, paperNumber, givenAt, withdrawnAt }) => ({
            document,
            version,
            channel,
            paperNumber,
            givenAt,
            withdrawnAt,
          }),
        ),
        lookedAt: (await from.findBy(Access, { personId })).map(({ viewer, what, reason, createdAt }) => ({
          viewer,
          what,
          reason,
          createdAt,
        })),
        didAsStaff: (await from.findBy(Audit, { actorId: personId })).map(({ action, createdAt }) => ({
          action,
          createdAt,
        })),
      }),
      // The logs themselves stay: they protect others. What named the person in them goes.
      erase: async (tx, personId) => {
        await tx.delete(Consent, { personId })
        await tx.delete(Access, { personId })
        await tx.update(Access, { viewerId: personId }, { viewer: ERASED })
        await tx.update(Audit, { actorId: personId }, { actor: ERASED })
        await tx.update(Audit, { subjectId: personId }, { subject: ERASED })
      },
    })
  }
}

const ERASED = '已注销用户'
