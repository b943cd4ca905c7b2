import { Injectable, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'

import { LiveService } from '../live/live.service.js'
import { PersonalDataService, type PersonalData } from '../privacy/personal-data.service.js'

import { CreditBalance } from './credit-balance.entity.js'
import { CreditEntry } from './credit.entity.js'
import { Notice } from './notice.entity.js'
import { OutboxRow } from './outbox.entity.js'

/** What a person was told, and what they allow to be told outside. */
@Injectable()
export class NoticesData implements PersonalData, OnModuleInit {
  readonly section = 'notices'
  readonly tables = ['notices_notice', 'notices_outbox', 'notices_credit', 'notices_credit_balance', 'live_event']

  constructor(
    private readonly registry: PersonalDataService,
    private readonly live: LiveService,
  ) {}

  onModuleInit(): void {
    this.registry.register(this)
  }

  async export(personId: string, from: EntityManager): Promise<unknown> {
    const notices = await from.find(Notice, { where: { personId }, order: { createdAt: 'ASC' } })
    const credits = await from.findBy(CreditBalance, { personId })
    return {
      notices: notices.map(({ kind, title, body, readAt, createdAt }) => ({ kind, title, body, readAt, createdAt })),
      allowedMessages: credits.map(({ templateKey, credits: left }) => ({ templateKey, left })),
    }
  }

  async erase(tx: EntityManager, personId: string): Promise<void> {
    for (const entity of [OutboxRow, Notice, CreditEntry, CreditBalance]) await tx.delete(entity, { personId })
    await this.live.forgetPerson(tx, personId)
  }
}
