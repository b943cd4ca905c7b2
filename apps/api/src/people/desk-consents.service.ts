import { Injectable } from '@nestjs/common'
import type { FactKind } from '@wanli/contracts/people'
import { needsConsent } from '@wanli/kernel/sensitive-facts'
import type { EntityManager } from 'typeorm'

import { DomainError } from '../common/domain-error.js'
import { ConsentsService } from '../privacy/consents.service.js'

import { PeopleService } from './people.service.js'
import { SightsService } from './sights.service.js'
import { StaffActsService } from './staff-acts.service.js'

/** What is signed on paper at the desk: an act of the clerk, which the person reads in their access log and is told. */
export interface SignedPaper {
  clerkId: string
  personId: string
  number: string
}

/** The separate consent that keeping what stands in documents needs (PIPL art. 29), of whoever stands at the desk. */
@Injectable()
export class DeskConsentsService {
  constructor(
    private readonly consents: ConsentsService,
    private readonly people: PeopleService,
    private readonly acts: StaffActsService,
    private readonly sights: SightsService,
  ) {}

  /**
   * Makes sure that a fact of this kind may be kept: by a consent that stands until the transaction ends, or by the paper they signed,
   * which is recorded only when none stands. Throws `desk.consent_missing` (422).
   */
  async allow(
    tx: EntityManager,
    kind: FactKind,
    { number, ...who }: Omit<SignedPaper, 'number'> & { number: string | undefined },
  ): Promise<void> {
    if (number === undefined && !needsConsent(kind)) return
    if (await this.consents.hold(tx, who.personId, 'sensitive')) return
    if (number === undefined) throw new DomainError('desk.consent_missing')
    await this.take(tx, { ...who, number })
  }

  /** Records a signed paper of somebody whose consent does not stand. */
  async take(tx: EntityManager, { clerkId, personId, number }: SignedPaper): Promise<void> {
    await this.consents.giveOnPaper(tx, personId, 'sensitive', number)
    await this.acts.record(tx, clerkId, personId, { action: 'desk.consent', detail: '收了证件信息的纸质同意书' })
    const viewer = await this.people.labelOf(clerkId, tx)
    const sight = { personId, viewer, what: '证件信息同意书', reason: `收了签好的纸，编号 ${number}` }
    await this.sights.saw(tx, sight, 'consent', '收了你签的证件信息同意书')
  }
}
