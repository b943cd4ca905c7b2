/*
 * What must never happen: one fact told twice under the same key, or told without having happened. Notices are inserted in the
 * transaction of their fact, and `uq_notices_notice_dedupe_key` refuses the second row of a person with the same key.
 */
import { Injectable } from '@nestjs/common'
import type { NoticeKind, NoticeSubject } from '@wanli/contracts/notices'
import {
  Between,
  DataSource,
  In,
  IsNull,
  LessThanOrEqual,
  MoreThan,
  type EntityManager,
  type FindOptionsWhere,
} from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { insertRows } from '../database/bulk.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'
import { LiveService, type LiveChange } from '../live/live.service.js'

import { Notice } from './notice.entity.js'
import { OutboxRow } from './outbox.entity.js'
import { dueAt } from './outbox.rules.js'
import { OutboxService } from './outbox.service.js'

/** Notices are kept for a year, as the privacy document says. */
const KEPT_MS = 365 * 86_400_000
const BATCH = 500

/** What a notice leads to. */
export interface SubjectRef {
  kind: NoticeSubject
  id: string
}

/**
 * Something to tell a person. `title` holds at most 80, `body` at most 200 characters. `todo` ones wait for an answer until
 * `settle`; `urgent` ones go out in quiet hours too; of one person and `dedupeKey` (at most 80 signs of ASCII) only the first is kept.
 */
export interface NoticeRequest {
  personId: string
  kind: NoticeKind
  title: string
  body: string
  subject: SubjectRef | null
  todo?: boolean
  urgent?: boolean
  dedupeKey?: string
}

/** Writes of the inbox. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly outbox: OutboxService,
    private readonly live: LiveService,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts notices into inboxes, in the transaction of the fact they tell; they are looked at for sending in a moment. Streams of these
   * people learn that their notices, and what the notice is about, have changed; `alsoChanged` travels with that.
   */
  async tell(tx: EntityManager, requests: NoticeRequest[], alsoChanged: readonly LiveChange[] = []): Promise<void> {
    const now = this.clock.now()
    const told = requests.map((request) => toRow(request, now))
    const fresh = told.filter((notice) => notice.dedupeKey === null)
    const kept = [...fresh]
    for (const notice of told) if (notice.dedupeKey !== null && (await this.insertOnce(tx, notice))) kept.push(notice)
    for (const { sendAt } of kept) if (sendAt !== null) this.outbox.expect(sendAt)
    await Promise.all([
      insertRows(tx, Notice, fresh),
      this.live.changed(tx, ...kept.flatMap(changesOf), ...alsoChanged),
    ])
  }

  /** Marks the notices about a subject that wait for an answer as done, in the transaction that answered. */
  async settle(tx: EntityManager, subject: SubjectRef): Promise<void> {
    const waiting = { subjectKind: subject.kind, subjectId: subject.id, todo: true, settledAt: IsNull() }
    const notices = await tx.findBy(Notice, waiting)
    await tx.update(Notice, waiting, { settledAt: this.clock.now() })
    await this.live.changed(tx, ...notices.map(inboxChange))
  }

  /** Which of these keys something was told under already, to whomever. */
  async toldUnder(from: EntityManager, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const told = await from.find(Notice, { where: { dedupeKey: In([...keys]) }, select: { id: true, dedupeKey: true } })
    return new Set(told.flatMap(({ dedupeKey }) => dedupeKey ?? []))
  }

  /** Takes back what was told of a subject and is not so: it may be told again. */
  async takeBack(tx: EntityManager, { kind: subjectKind, id: subjectId }: SubjectRef, kind: NoticeKind): Promise<void> {
    const notices = await tx.findBy(Notice, { subjectKind, subjectId, kind })
    await this.remove(tx, notices)
    await this.live.changed(tx, ...notices.map(inboxChange))
  }

  /** Marks a notice of the person as read. Throws `notices.not_found` (404) when it is not there or not theirs. */
  async read(personId: string, id: string): Promise<void> {
    if (!(await this.dataSource.manager.existsBy(Notice, { id, personId }))) throw new DomainError('notices.not_found')
    await this.transactions.run(async (tx) => {
      const { affected } = await tx.update(Notice, { id, personId, readAt: IsNull() }, { readAt: this.clock.now() })
      if (affected === 1) await this.live.changed(tx, inboxChange({ id, personId }))
    })
  }

  /** Marks all notices of the person as read. */
  async readAll(personId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.update(Notice, { personId, readAt: IsNull() }, { readAt: this.clock.now() })
      await this.live.changed(tx, inboxChange({ id: personId, personId }))
    })
  }

  /**
   * Forgets what anybody was told about these subjects: it names a person who is being erased. To be called in the transaction
   * that erases. With `only`, what was told of another kind stays.
   */
  async forgetAbout(tx: EntityManager, subject: NoticeSubject, ids: string[], only?: NoticeKind): Promise<void> {
    const which = { subjectKind: subject, ...(only === undefined ? {} : { kind: only }) }
    for (let at = 0; at < ids.length; at += BATCH)
      await this.forget(tx, { ...which, subjectId: In(ids.slice(at, at + BATCH)) })
  }

  /**
   * Forgets what was told under keys that begin like this; with `until`, nothing that was told later. Nothing in a key comes after a tilde,
   * the last sign of ASCII.
   */
  async forgetKeyed(tx: EntityManager, beginning: string, until?: Date): Promise<void> {
    const told = until === undefined ? {} : { createdAt: LessThanOrEqual(until) }
    await this.forget(tx, { dedupeKey: Between(beginning, `${beginning}~`), ...told })
  }

  /** Deletes notices of more than a year ago. Ids grow with time: it begins with the first and ends where none of a batch is old. */
  async forgetOld(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS)
    for (let after = ''; ;) {
      const select = { id: true, createdAt: true }
      const where = { id: MoreThan(after) }
      const oldest = await this.dataSource.manager.find(Notice, { where, select, order: { id: 'ASC' }, take: BATCH })
      const old = oldest.filter(({ createdAt }) => createdAt < before)
      if (old.length === 0) return
      await this.transactions.run((tx) => this.remove(tx, old))
      after = oldest.at(-1)?.id ?? after
    }
  }

  private async forget(tx: EntityManager, which: FindOptionsWhere<Notice>): Promise<void> {
    for (;;) {
      const rows = await tx.find(Notice, { where: which, select: { id: true }, take: BATCH })
      if (rows.length === 0) return
      await this.remove(tx, rows)
    }
  }

  private async remove(tx: EntityManager, notices: readonly Pick<Notice, 'id'>[]): Promise<void> {
    const ids = In(notices.map(({ id }) => id))
    await tx.delete(OutboxRow, { noticeId: ids })
    await tx.delete(Notice, { id: ids })
  }

  /** Inserts one notice; false when the person has one with this key already. */
  private async insertOnce(tx: EntityManager, notice: Notice): Promise<boolean> {
    try {
      await tx.insert(Notice, notice)
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }
}

function toRow(request: NoticeRequest, createdAt: Date): Notice {
  const { personId, kind, title, body, subject } = request
  return {
    id: newId(),
    personId,
    kind,
    title,
    body,
    subjectKind: subject?.kind ?? null,
    subjectId: subject?.id ?? null,
    todo: request.todo ?? false,
    settledAt: null,
    dedupeKey: request.dedupeKey ?? null,
    readAt: null,
    createdAt,
    sendAt: dueAt(createdAt, request.urgent ?? false),
  }
}

const inboxChange = ({ id, personId }: Pick<Notice, 'id' | 'personId'>): LiveChange => ({
  topic: 'notices',
  audience: { personId },
  id,
})

/** Topics of the subjects a person may be looking at. */
const TOPICS: Partial<Record<NoticeSubject, LiveChange['topic']>> = {
  order: 'orders',
  mandate: 'mandates',
  wallet: 'wallet',
}

function changesOf(notice: Notice): LiveChange[] {
  const { personId, subjectKind, subjectId } = notice
  const topic = subjectKind === null ? undefined : TOPICS[subjectKind]
  const about = topic === undefined || subjectId === null ? [] : [{ topic, audience: { personId }, id: subjectId }]
  return [inboxChange(notice), ...about]
}
