import { Injectable } from '@nestjs/common'
import type { DietView } from '@wanli/contracts/meals'
import { DataSource } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { Clock } from '../common/clock.js'
import { Transactions } from '../database/transactions.js'
import { MandateActsService } from '../people/mandate-acts.service.js'

import { Diet } from './diet.entity.js'

/** What people do not eat: told by themselves or by who orders meals for them. */
@Injectable()
export class DietsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly mandates: MandateActsService,
    private readonly clock: Clock,
  ) {}

  /** The diet of the caller, or of who they order for. Throws `people.no_mandate` (403). */
  async diet(caller: Caller, forPersonId: string | undefined): Promise<DietView> {
    const personId = await this.eater(caller, forPersonId)
    const row = await this.dataSource.manager.findOneBy(Diet, { personId })
    return { avoid: row?.avoid ?? [], lowSalt: row?.lowSalt ?? false, soft: row?.soft ?? false }
  }

  /** Says anew what is eaten. Throws `people.no_mandate` (403). */
  async change(caller: Caller, forPersonId: string | undefined, { avoid, lowSalt, soft }: DietView): Promise<DietView> {
    const personId = await this.eater(caller, forPersonId)
    const row = { personId, avoid: [...new Set(avoid)], lowSalt, soft, changedAt: this.clock.now() }
    await this.transactions.run((tx) => tx.upsert(Diet, row, ['personId']))
    return this.diet(caller, forPersonId)
  }

  private async eater(caller: Caller, forPersonId = caller.personId): Promise<string> {
    const pair = { agentId: caller.personId, principalId: forPersonId }
    const mandates = await this.mandates.lookUp(this.dataSource.manager, [pair])
    mandates.standing(pair.agentId, pair.principalId, 'meals')
    return forPersonId
  }
}
