/*
 * What must never happen: a picture that WeChat has not passed shown to others. It begins as `checking`, and only the UPDATE in
 * `judge`, for the trace id WeChat gave out last, makes it ready.
 */
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import type { UploadView } from '@wanli/contracts/uploads'
import { DataSource, IsNull, LessThan, type EntityManager } from 'typeorm'

import { Clock } from '../common/clock.js'
import { isDomainError } from '../common/domain-error.js'
import { Env } from '../config/env.js'
import { Transactions } from '../database/transactions.js'
import { PeopleService } from '../people/people.service.js'
import { WechatService, type Verdict } from '../wechat/wechat.service.js'

import { UploadLinks } from './upload-links.js'
import { Upload } from './upload.entity.js'
import { UploadsQueries } from './uploads.queries.js'
import { UploadsService } from './uploads.service.js'

/** WeChat answers within minutes; who has heard nothing for half an hour asks again, five times in all. */
const ASK_AGAIN_MS = 30 * 60_000
const MAX_ATTEMPTS = 5
const BATCH = 50
/** WeChat's scene for what people show others: a social post. */
const SCENE = 4

/** The door pictures come in by: kept, and looked at by WeChat where it is configured. */
@Injectable()
export class PicturesService implements OnModuleInit {
  private readonly log = new Logger(PicturesService.name)

  constructor(
    private readonly env: Env,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly uploads: UploadsService,
    private readonly queries: UploadsQueries,
    private readonly links: UploadLinks,
    private readonly people: PeopleService,
    private readonly wechat: WechatService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.wechat.onPictureChecked((traceId, verdict) => this.judge(traceId, verdict))
  }

  /** Takes a picture in and has it looked at. Throws `uploads.not_a_picture` (415) and `uploads.too_many` (409). */
  async take(personId: string, file: Buffer): Promise<UploadView> {
    const id = await this.uploads.add(personId, file)
    await this.check(id, personId)
    return this.queries.own(personId, id)
  }

  /** Asks once more about pictures of which nothing was heard. Answers how many. */
  async askAgain(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - ASK_AGAIN_MS)
    const open = { status: 'checking' as const, removedAt: IsNull(), attempts: LessThan(MAX_ATTEMPTS) }
    const rows = await this.dataSource.manager.find(Upload, {
      where: [
        { ...open, askedAt: LessThan(before) },
        { ...open, askedAt: IsNull(), createdAt: LessThan(before) },
      ],
      take: BATCH,
    })
    for (const { id, uploaderId } of rows) await this.check(id, uploaderId)
    return rows.length
  }

  /** Without WeChat, or for somebody WeChat does not know, there is nobody to ask: the picture is ready. */
  private async check(id: string, uploaderId: string): Promise<void> {
    const openid = this.isConfigured() ? await this.people.openidOf(uploaderId) : null
    if (openid === null) {
      await this.transactions.run((tx) => tx.update(Upload, { id, status: 'checking' }, { status: 'ready' }))
      return
    }
    const url = new URL(this.links.to(id).path, this.env.PUBLIC_URL).toString()
    await this.transactions.run((tx) => this.countAttempt(tx, id))
    try {
      const traceId = await this.wechat.checkPicture({ openid, url, scene: SCENE })
      await this.transactions.run((tx) => tx.update(Upload, { id, status: 'checking' }, { traceId }))
    } catch (error) {
      if (!isDomainError(error)) throw error
      this.log.warn(`WeChat was not asked about a picture: ${error.code}`)
    }
  }

  private async countAttempt(tx: EntityManager, id: string): Promise<void> {
    const asked = { askedAt: this.clock.now(), attempts: () => 'attempts + 1' }
    await tx.update(Upload, { id, status: 'checking' }, asked)
  }

  /** A verdict arrived. There is nobody to look at what WeChat is not sure of, so only a clear pass is shown. */
  private async judge(traceId: string, verdict: Verdict | null): Promise<boolean> {
    const known = { traceId, removedAt: IsNull() }
    if (!(await this.dataSource.manager.existsBy(Upload, known))) return false
    // WeChat could not load it: asked again later.
    if (verdict === null) return true
    const status = verdict === 'pass' ? 'ready' : 'refused'
    await this.transactions.run((tx) => tx.update(Upload, { ...known, status: 'checking' }, { status }))
    return true
  }

  private isConfigured(): boolean {
    const { WECHAT_APP_ID, WECHAT_PUSH_TOKEN, PUBLIC_URL } = this.env
    return [WECHAT_APP_ID, WECHAT_PUSH_TOKEN, PUBLIC_URL].every((value) => value !== undefined)
  }
}
