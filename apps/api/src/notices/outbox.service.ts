/*
 * What must never happen: a message in two hands at once, or lost because the hand that held it died. The UPDATE in `claim` takes
 * only rows without a live lease, and a lease that has run out is no lease.
 */
import { Injectable } from '@nestjs/common'
import { DataSource, In, IsNull, LessThan, Not, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { insertRows } from '../database/bulk.js'
import { Transactions } from '../database/transactions.js'

import type { Notice } from './notice.entity.js'
import { OutboxRow } from './outbox.entity.js'
import { dueAt, MAX_ATTEMPTS, readyAt, retryAfterMs } from './outbox.rules.js'

/** Longer than sending takes, with every time-out on the way. */
const LEASE_MS = 60_000
const PEOPLE_AT_ONCE = 500
const KEPT_DAYS = 30
const DAY_MS = 86_400_000
const ERROR_LENGTH = 80

/** Rows in the hands of this process. */
export interface Claim {
  id: string
  personId: string
}

/** Writes of the outbox. */
@Injectable()
export class OutboxService {
  private ring: (dueAt: Date) => void = () => undefined

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Who wants to know when messages will be due. */
  onPut(ring: (dueAt: Date) => void): void {
    this.ring = ring
  }

  /** Puts notices into the outbox, in the transaction of their facts. */
  async put(tx: EntityManager, notices: readonly { notice: Notice; urgent: boolean }[]): Promise<void> {
    const now = this.clock.now()
    const rows = notices.map(({ notice, urgent }) => ({
      id: newId(),
      noticeId: notice.id,
      personId: notice.personId,
      kind: notice.kind,
      status: 'waiting' as const,
      channel: null,
      readyAt: readyAt(now, urgent),
      dueAt: dueAt(now, urgent),
      attempts: 0,
      leaseOwner: null,
      leaseUntil: null,
      creditKey: null,
      lastError: null,
      createdAt: now,
      doneAt: null,
    }))
    await insertRows(tx, OutboxRow, rows)
    const [first] = rows.map((row) => row.dueAt).sort((a, b) => a.getTime() - b.getTime())
    if (first !== undefined) this.ring(first)
  }

  /** People to whom a message is due and in nobody's hands. */
  async peopleDue(): Promise<string[]> {
    const rows = await this.dataSource.manager
      .createQueryBuilder(OutboxRow, 'row')
      .select('DISTINCT row.personId', 'personId')
      .where("row.status = 'waiting' AND row.dueAt <= :now", { now: this.clock.now() })
      .andWhere('(row.leaseUntil IS NULL OR row.leaseUntil <= :now)')
      .limit(PEOPLE_AT_ONCE)
      .getRawMany<{ personId: string }>()
    return rows.map((row) => row.personId)
  }

  /** Those of these people for whose waiting message a credit was taken at an attempt before. */
  async holdingCredit(personIds: readonly string[]): Promise<Set<string>> {
    const held = { personId: In(personIds), status: 'waiting' as const, creditKey: Not(IsNull()) }
    const rows = await this.dataSource.manager.find(OutboxRow, { where: held, select: { id: true, personId: true } })
    return new Set(rows.map((row) => row.personId))
  }

  /** Takes everything that may go out to a person; undefined when another process was quicker. */
  async claim(personId: string): Promise<Claim | undefined> {
    const id = newId()
    return (await this.lease(id, [personId])) > 0 ? { id, personId } : undefined
  }

  /** Leaves everything that may go out to these people to their inbox. Answers how many of them there was something for. */
  async leaveInInbox(personIds: readonly string[]): Promise<number> {
    if (personIds.length === 0) return 0
    const id = newId()
    if ((await this.lease(id, personIds)) === 0) return 0
    const rows = await this.dataSource.manager.find(OutboxRow, {
      where: { leaseOwner: id },
      select: { id: true, personId: true },
    })
    await this.done({ id }, null)
    return new Set(rows.map((row) => row.personId)).size
  }

  /** The message of a claim went out, or will be read in the inbox only. */
  async done(claim: Pick<Claim, 'id'>, channel: OutboxRow['channel']): Promise<void> {
    const end = { status: channel === null ? ('inbox' as const) : ('sent' as const), channel, doneAt: this.clock.now() }
    await this.change(claim, { ...end, lastError: null })
  }

  /** It did not go out: once more later, or dead after the last attempt. `reason` is a code, never what somebody said. */
  async failed(claim: Claim, channel: OutboxRow['channel'], reason: string): Promise<void> {
    const now = this.clock.now()
    const rows = await this.dataSource.manager.findBy(OutboxRow, { leaseOwner: claim.id })
    const attempts = Math.max(...rows.map((row) => row.attempts))
    const at = new Date(now.getTime() + retryAfterMs(attempts, Math.random()))
    const lastError = reason.slice(0, ERROR_LENGTH)
    if (attempts >= MAX_ATTEMPTS) await this.change(claim, { status: 'dead', channel, lastError, doneAt: now })
    else await this.change(claim, { channel, lastError, readyAt: at, dueAt: at })
  }

  /** Sends a dead message again, from the first attempt. Throws `notices.dead_letter_not_found` (404). */
  async retry(id: string): Promise<void> {
    const now = this.clock.now()
    const { affected } = await this.transactions.run((tx) =>
      tx.update(
        OutboxRow,
        { id, status: 'dead' },
        { status: 'waiting', attempts: 0, readyAt: now, dueAt: now, doneAt: null },
      ),
    )
    if (affected !== 1) throw new DomainError('notices.dead_letter_not_found')
    this.ring(now)
  }

  /** Deletes messages that were settled a month ago; dead ones wait for somebody. */
  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS)
    for (const status of ['sent', 'inbox'] as const)
      await this.transactions.run((tx) => tx.delete(OutboxRow, { status, doneAt: LessThan(before) }))
  }

  private async lease(id: string, personIds: readonly string[]): Promise<number> {
    const now = this.clock.now()
    const { affected } = await this.transactions.run((tx) =>
      tx
        .createQueryBuilder()
        .update(OutboxRow)
        .set({ leaseOwner: id, leaseUntil: new Date(now.getTime() + LEASE_MS), attempts: () => 'attempts + 1' })
        .where("person_id IN (:...personIds) AND status = 'waiting' AND ready_at <= :now", { personIds, now })
        .andWhere('(lease_until IS NULL OR lease_until <= :now)')
        .execute(),
    )
    return affected ?? 0
  }

  /** Changes the rows of a claim and lets go of them; nothing when the lease ran out and another process took them. */
  private async change(claim: Pick<Claim, 'id'>, set: Partial<OutboxRow>): Promise<void> {
    await this.transactions.run((tx) =>
      tx.update(OutboxRow, { leaseOwner: claim.id, status: 'waiting' }, { ...set, leaseOwner: null, leaseUntil: null }),
    )
  }
}
