/*
 * What must never happen: a message in two hands at once, or lost because the hand that held it died. A notice is put into the outbox
 * by an UPDATE that must find it still to be looked at (and `uq_notices_outbox_notice_id` refuses a second row); the UPDATE in `claim`
 * takes only rows without a live lease, and a lease that has run out is no lease.
 */
import { Injectable } from '@nestjs/common'
import { DataSource, In, IsNull, LessThan, Not, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { insertRows } from '../database/bulk.js'
import { LostRaceError } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { Notice } from './notice.entity.js'
import { OutboxRow } from './outbox.entity.js'
import { LINES, MAX_ATTEMPTS, retryAfterMs, STORM_MS, wayOf, type Way, type WechatConsents } from './outbox.rules.js'
import { urgentFirst } from './urgent-first.queries.js'

/** Longer than sending takes, with every time-out on the way. */
const LEASE_MS = 60_000
/** People of whom it is decided at once whether a message goes out: quick, since nobody outside is asked. */
const SORTED_AT_ONCE = 500
/** People who are sent to before somebody looks again what has become urgent. */
export const ROUND = 20
const KEPT_DAYS = 30
const DAY_MS = 86_400_000
const ERROR_LENGTH = 80

/** A notice that is to be looked at. */
type Waiting = Pick<Notice, 'id' | 'personId' | 'kind'>

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

  /** Who wants to know when notices are to be looked at, or messages are due. */
  onDue(ring: (dueAt: Date) => void): void {
    this.ring = ring
  }

  /** Says that a notice of a transaction under way is to be looked at then. */
  expect(dueAt: Date): void {
    this.ring(dueAt)
  }

  /** People with a notice of which it is to be decided now whether it goes out, in the order of {@link peopleDue}. */
  async peopleToSort(): Promise<string[]> {
    const waiting = this.dataSource.manager
      .createQueryBuilder(Notice, 'row')
      .where('row.sendAt <= :now', { now: this.clock.now() })
    return urgentFirst(waiting, 'sendAt', SORTED_AT_ONCE)
  }

  /** Leaves what is due of these people to their inbox. Nothing later: what is being told at this moment is locked, and has its turn. */
  async leaveInInbox(personIds: readonly string[]): Promise<void> {
    if (personIds.length === 0) return
    // By the index of what is to be looked at, as in `toLookAt`.
    const which = ['send_at <= :now AND +(person_id) IN (:...personIds)', { now: this.clock.now(), personIds }] as const
    await this.transactions.run((tx) =>
      tx
        .createQueryBuilder()
        .update(Notice)
        .set({ sendAt: null })
        .where(...which)
        .execute(),
    )
  }

  /** Puts what is to be looked at of these people into the outbox, each notice once, in the line of {@link wayOf}. */
  async put(personIds: readonly string[], consents: WechatConsents): Promise<void> {
    if (personIds.length === 0) return
    await this.transactions.run(async (tx) => {
      const notices = await this.toLookAt(tx, personIds)
      // Somebody else was putting the same: what is left to put is looked at again.
      if ((await this.markLookedAt(tx, notices)) !== notices.length) throw new LostRaceError()
      const now = this.clock.now()
      const kindsOf = (personId: string) => notices.filter((one) => one.personId === personId).map(({ kind }) => kind)
      const ways = new Map(personIds.map((personId) => [personId, wayOf(consents, personId, kindsOf(personId))]))
      await insertRows(
        tx,
        OutboxRow,
        notices.map((notice) => toRow(notice, ways.get(notice.personId) ?? 'elders', now)),
      )
    })
  }

  /** What is to be looked at of these people, oldest first. What is told within {@link STORM_MS} goes along with what is due. */
  private toLookAt(tx: EntityManager, personIds: readonly string[]): Promise<Waiting[]> {
    const until = new Date(this.clock.now().getTime() + STORM_MS)
    const all = tx
      .createQueryBuilder(Notice, 'row')
      .select(['row.id AS id', 'row.personId AS personId', 'row.kind AS kind'])
    // By the index of what is to be looked at: that of an inbox has all they were ever told.
    const theirs = all.where('row.sendAt <= :until AND +(row.personId) IN (:...personIds)', { until, personIds })
    return theirs.orderBy('row.createdAt').addOrderBy('row.id').getRawMany<Waiting>()
  }

  /** These notices are looked at; the result is how many of them nobody else has looked at. */
  private async markLookedAt(tx: EntityManager, notices: readonly Waiting[]): Promise<number> {
    if (notices.length === 0) return 0
    const which = { id: In(notices.map(({ id }) => id)), sendAt: Not(IsNull()) }
    return (await tx.update(Notice, which, { sendAt: null })).affected ?? 0
  }

  /**
   * The next {@link ROUND} people of a line to whom a message is due and in nobody's hands: for whom it is urgent, then who waits
   * longest.
   */
  async peopleDue(way: Way): Promise<string[]> {
    const due = this.dataSource.manager
      .createQueryBuilder(OutboxRow, 'row')
      .where("row.status = 'waiting' AND row.way = :way AND row.dueAt <= :now", { way, now: this.clock.now() })
      .andWhere('(row.leaseUntil IS NULL OR row.leaseUntil <= :now)')
    return urgentFirst(due, 'dueAt', ROUND)
  }

  /** Those of these people for whose waiting message a credit was taken at an attempt before. */
  async holdingCredit(personIds: readonly string[]): Promise<Set<string>> {
    const held = { personId: In(personIds), status: 'waiting' as const, creditKey: Not(IsNull()) }
    const rows = await this.dataSource.manager.find(OutboxRow, { where: held, select: { id: true, personId: true } })
    return new Set(rows.map((row) => row.personId))
  }

  /** Takes everything of a line that may go out to a person; undefined when another process was quicker. */
  async claim(personId: string, way: Way): Promise<Claim | undefined> {
    const id = newId()
    return (await this.lease(id, personId, way)) > 0 ? { id, personId } : undefined
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
    // By when it was due, which the index of what is due knows: to go by the end alone is to read a month of messages every hour.
    const old = { dueAt: LessThan(before), doneAt: LessThan(before) }
    for (const status of ['sent', 'inbox'] as const)
      for (const way of LINES) await this.transactions.run((tx) => tx.delete(OutboxRow, { status, way, ...old }))
  }

  private async lease(id: string, personId: string, way: Way): Promise<number> {
    const now = this.clock.now()
    const { affected } = await this.transactions.run((tx) =>
      tx
        .createQueryBuilder()
        .update(OutboxRow)
        .set({ leaseOwner: id, leaseUntil: new Date(now.getTime() + LEASE_MS), attempts: () => 'attempts + 1' })
        .where("person_id = :personId AND status = 'waiting' AND way = :way AND ready_at <= :now", {
          personId,
          way,
          now,
        })
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

const toRow = ({ id: noticeId, personId, kind }: Waiting, way: Way, now: Date): OutboxRow => ({
  id: newId(),
  noticeId,
  personId,
  kind,
  status: 'waiting',
  channel: null,
  way,
  readyAt: now,
  dueAt: now,
  attempts: 0,
  leaseOwner: null,
  leaseUntil: null,
  creditKey: null,
  lastError: null,
  createdAt: now,
  doneAt: null,
})
