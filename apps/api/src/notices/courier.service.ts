import { Injectable, Logger } from '@nestjs/common'
import { DataSource, In } from 'typeorm'

import { Clock } from '../common/clock.js'
import { defined } from '../common/defined.js'
import { isDomainError } from '../common/domain-error.js'
import { PeopleService, type Reach } from '../people/people.service.js'
import { WechatService } from '../wechat/wechat.service.js'

import { CreditsService } from './credits.service.js'
import { ElderMessages } from './elder-messages.js'
import { Notice } from './notice.entity.js'
import { OutboxRow } from './outbox.entity.js'
import { messageOf, templateOf, thing, type TemplateKey, type Way, type WechatConsents } from './outbox.rules.js'
import { OutboxService, ROUND, type Claim } from './outbox.service.js'
import { Templates } from './templates.js'

/** Where a tap on a message leads. */
const INBOX_PAGE = 'pages/inbox/index'

/** People who are sent to at the same time. */
const SENT_AT_ONCE = 4
/** After so many calls in a row without an answer WeChat is left alone until the worker comes again. */
const SILENT_AFTER = 3

/** What is heard from WeChat while messages go out. */
class WechatLine {
  private unanswered = 0

  get isDead(): boolean {
    return this.unanswered >= SILENT_AFTER
  }

  answered(): void {
    this.unanswered = 0
  }

  missed(): void {
    this.unanswered += 1
  }
}

/** Brings what is in the outbox to people: by WeChat, else to elders by SMS or call, else the inbox is enough. */
@Injectable()
export class CourierService {
  private readonly log = new Logger(CourierService.name)
  private sorting: Promise<void> | undefined

  constructor(
    private readonly outbox: OutboxService,
    private readonly credits: CreditsService,
    private readonly templates: Templates,
    private readonly people: PeopleService,
    private readonly wechat: WechatService,
    private readonly elders: ElderMessages,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends what is due now in a line, round after round, until nothing is left, WeChat has fallen silent or `isOver` says so. Whoever is
   * reached without WeChat never waits for it: their line is another one.
   */
  async deliverLine(way: Way, isOver: () => boolean): Promise<void> {
    const line = new WechatLine()
    for (;;) {
      const { people, reached } = await this.round(way, line)
      // Where all was in the hands of others, they go on.
      if (people < ROUND || reached === 0 || line.isDead || isOver()) return
    }
  }

  /** Looks what is new, and sends to the next few people; one after another they would wait for the slowest. */
  private async round(way: Way, line: WechatLine): Promise<{ people: number; reached: number }> {
    await this.sort()
    const people = await this.outbox.peopleDue(way)
    const reaches = await this.people.reaches(people)
    const queue = [...people]
    let reached = 0
    const sendNext = async (): Promise<void> => {
      for (let personId = queue.shift(); personId !== undefined; personId = queue.shift()) {
        const reach = defined(reaches.get(personId), 'how a person is reached')
        if (line.isDead && reach.openid !== null) continue
        const claim = await this.outbox.claim(personId, way)
        if (claim === undefined) continue
        await this.deliver(claim, reach, way, line)
        reached += 1
      }
    }
    const ends = await Promise.allSettled(Array.from({ length: SENT_AT_ONCE }, sendNext))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    return { people: people.length, reached }
  }

  /** Decides which new notices go out; both lines wait for the same look. */
  private sort(): Promise<void> {
    this.sorting ??= this.sortNow().finally(() => (this.sorting = undefined))
    return this.sorting
  }

  /** Most people are reached in the app only, and done with at once, however many they are at noon. */
  private async sortNow(): Promise<void> {
    const people = await this.outbox.peopleToSort()
    if (people.length === 0) return
    const reaches = await this.people.reaches(people)
    const consents = await this.consents(reaches)
    const within = ([personId, { elderMode }]: [string, Reach]): boolean =>
      elderMode || consents.taken.has(personId) || consents.allowed.has(personId)
    const reachable = new Set([...reaches].filter(within).map(([personId]) => personId))
    await this.outbox.leaveInInbox(people.filter((personId) => !reachable.has(personId)))
    await this.outbox.put([...reachable], consents)
  }

  /** What those of these people who came from WeChat allow there. */
  private async consents(reaches: ReadonlyMap<string, Reach>): Promise<WechatConsents> {
    const atWechat = [...reaches].filter(([, { openid }]) => openid !== null).map(([personId]) => personId)
    const [allowed, taken] = await Promise.all([this.credits.allowed(atWechat), this.outbox.holdingCredit(atWechat)])
    return { allowed, taken }
  }

  /** Sends everything of a claim as one message. */
  private async deliver(claim: Claim, reach: Reach, way: Way, line: WechatLine): Promise<void> {
    const { manager } = this.dataSource
    const rows = await manager.find(OutboxRow, {
      where: { leaseOwner: claim.id },
      order: { createdAt: 'ASC', id: 'ASC' },
    })
    const notices = await manager.findBy(Notice, { id: In(rows.map((row) => row.noticeId)) })
    const order = new Map(rows.map((row, index) => [row.noticeId, index]))
    const unread = notices
      .filter((notice) => notice.readAt === null && notice.settledAt === null)
      .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    // Whoever has read or answered it in the app meanwhile needs no message.
    if (unread.length === 0) return this.outbox.done(claim, null)
    if (way === 'wechat' && (await this.tryWechat(claim, rows, unread, reach, line)) !== 'not_possible') return
    await this.tryElder(claim, rows, unread, reach)
  }

  private async tryWechat(
    claim: Claim,
    rows: OutboxRow[],
    notices: Notice[],
    { openid }: Reach,
    line: WechatLine,
  ): Promise<'settled' | 'not_possible'> {
    if (openid === null) return 'not_possible'
    try {
      const key = await this.creditFor(claim, rows, notices)
      if (key === undefined) return 'not_possible'
      const { title, body } = messageOf(notices, this.clock.today())
      const outcome = await this.wechat.sendSubscribeMessage({
        openid,
        templateId: this.templates.idOf(key) ?? '',
        page: INBOX_PAGE,
        data: { thing1: thing(title), thing2: thing(body) },
      })
      line.answered()
      if (outcome === 'sent') {
        await this.outbox.done(claim, 'wechat')
        return 'settled'
      }
      if (outcome === 'no_credit') await this.credits.noneLeft(claim, key)
      else await this.credits.giveBack(claim, key)
      return 'not_possible'
    } catch (error) {
      if (isDomainError(error) && error.code === 'auth.wechat_unreachable') line.missed()
      await this.outbox.failed(claim, 'wechat', reasonOf(error))
      return 'settled'
    }
  }

  /** The template whose credit pays for the message: one taken at an earlier attempt, or the first that has one left. */
  private async creditFor(claim: Claim, rows: OutboxRow[], notices: Notice[]): Promise<TemplateKey | undefined> {
    const held = rows.find((row) => row.creditKey !== null)?.creditKey
    if (held != null) return held
    for (const key of new Set(notices.map((notice) => templateOf(notice.kind)))) {
      if (key !== null && this.templates.idOf(key) !== undefined && (await this.credits.take(claim, key))) return key
    }
    return undefined
  }

  private async tryElder(claim: Claim, rows: OutboxRow[], notices: Notice[], reach: Reach): Promise<void> {
    if (!reach.elderMode) return this.outbox.done(claim, null)
    const { title, body } = messageOf(notices, this.clock.today())
    try {
      await this.elders.send({ key: rows[0]?.id ?? claim.id, personId: claim.personId, text: `${title}。${body}` })
      await this.outbox.done(claim, this.elders.channel)
    } catch (error) {
      this.log.warn(`a message by ${this.elders.channel} failed`)
      await this.outbox.failed(claim, this.elders.channel, reasonOf(error))
    }
  }
}

/** A code for the dead letter: what an unknown error says may hold personal data. */
const reasonOf = (error: unknown): string =>
  isDomainError(error) ? error.code : error instanceof Error ? error.name : 'unknown'
