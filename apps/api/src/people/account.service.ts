/*
 * What must never happen: a person forgotten by half, or the ledger out of balance because of it. `erase` forgets everything that
 * modules have registered in one transaction; rows of money and orders stay, and no longer say whose they were.
 */
import { Injectable, Logger } from '@nestjs/common'
import type { ErrorCode } from '@wanli/contracts/errors'
import type { ExportView } from '@wanli/contracts/privacy'
import { DataSource, IsNull, LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError, isDomainError } from '../common/domain-error.js'
import { oneByOne } from '../common/one-by-one.js'
import { Transactions } from '../database/transactions.js'
import { PersonalDataService } from '../privacy/personal-data.service.js'

import { Person } from './person.entity.js'
import { RoleGrantRow } from './role-grant.entity.js'
import { STAFF_ROLES } from './staff.rules.js'

/** Days in which one may think better of leaving (PIPL art. 47 asks for erasure, WeChat's rules for at most 15 days). */
const COOL_OFF_MS = 7 * 86_400_000

/** Longer than a request takes: what was under way while somebody was forgotten waited for that, and then wrote. */
const UNDER_WAY_MS = 3_600_000

/** Why somebody is not forgotten yet. */
const HINDRANCES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'privacy.still_staff',
  'privacy.balance_left',
  'privacy.money_moving',
  'privacy.order_open',
])

/** Taking one's data along, leaving, and being forgotten. */
@Injectable()
export class AccountService {
  private readonly log = new Logger(AccountService.name)

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly personalData: PersonalDataService,
    private readonly clock: Clock,
  ) {}

  /** Everything kept about a person (PIPL art. 45). */
  async export(personId: string): Promise<ExportView> {
    const { name } = await this.dataSource.manager.findOneByOrFail(Person, { id: personId })
    return {
      exportedAt: this.clock.now().toISOString(),
      person: name,
      sections: await this.personalData.export(personId),
    }
  }

  /**
   * Asks for the account to be forgotten in seven days; answers when. Throws `privacy.still_staff`, `privacy.balance_left`,
   * `privacy.money_moving`, `privacy.order_open` (409).
   */
  async leave(personId: string): Promise<Date> {
    const deletionAt = new Date(this.clock.now().getTime() + COOL_OFF_MS)
    await this.transactions.run(async (tx) => {
      await this.assertMayLeave(tx, personId)
      await tx.update(Person, { id: personId, deletionAt: IsNull() }, { deletionAt })
    })
    const person = await this.dataSource.manager.findOneByOrFail(Person, { id: personId })
    return person.deletionAt ?? deletionAt
  }

  /** The person stays. Throws `privacy.no_deletion` (409) when they had not asked to leave. */
  async stay(personId: string): Promise<void> {
    const leaving = { id: personId, deletionAt: Not(IsNull()), erasedAt: IsNull() }
    const { affected } = await this.transactions.run((tx) => tx.update(Person, leaving, { deletionAt: null }))
    if (affected !== 1) throw new DomainError('privacy.no_deletion')
  }

  /**
   * Forgets everybody whose days are over. Who has money or an order again by now stays until it is settled; who was forgotten a moment
   * ago is so once more.
   */
  async eraseDue(): Promise<void> {
    const now = this.clock.now()
    const over = { deletionAt: LessThanOrEqual(now) }
    const justErased = { ...over, erasedAt: MoreThan(new Date(now.getTime() - UNDER_WAY_MS)) }
    const where = [{ ...over, erasedAt: IsNull() }, justErased]
    const people = await this.dataSource.manager.find(Person, { where, select: { id: true, erasedAt: true } })
    await oneByOne(this.log, people, async ({ id, erasedAt }) => {
      try {
        await this.transactions.run((tx) =>
          erasedAt === null ? this.erase(tx, id) : this.personalData.erase(tx, id, erasedAt),
        )
      } catch (error) {
        if (!isDomainError(error) || !HINDRANCES.has(error.code)) throw error
      }
    })
  }

  private async erase(tx: EntityManager, personId: string): Promise<void> {
    // First, so that of two processes one does it, and whoever is ordering or paying in this moment, whose rows refer to this one, is
    // waited for and then seen.
    const now = this.clock.now()
    const due = { id: personId, erasedAt: IsNull(), deletionAt: LessThanOrEqual(now) }
    const { affected } = await tx.update(Person, due, { erasedAt: now })
    if (affected !== 1) return
    await this.assertMayLeave(tx, personId)
    await this.personalData.erase(tx, personId, now)
  }

  private async assertMayLeave(tx: EntityManager, personId: string): Promise<void> {
    const roles = await tx.findBy(RoleGrantRow, { personId })
    if (roles.some(({ role }) => STAFF_ROLES.has(role))) throw new DomainError('privacy.still_staff')
    const hindrance = await this.personalData.hindrance(personId, tx)
    if (hindrance !== null) throw new DomainError(hindrance as 'privacy.balance_left')
  }
}
