/*
 * What must never happen: two processes asking WeChat for a token at the same time, or a token readable in the database or log.
 * The UPDATE in `lease` is won by one of them, and `Seal` closes the token before it is stored.
 */
import { Injectable } from '@nestjs/common'
import { DataSource, Equal } from 'typeorm'

import { Clock } from '../common/clock.js'
import { DomainError } from '../common/domain-error.js'
import { newId } from '../common/new-id.js'
import { Env } from '../config/env.js'
import { isDuplicateKey } from '../database/constraint-errors.js'
import { Transactions } from '../database/transactions.js'

import { Seal } from './seal.js'
import { WechatHttp, type WechatAnswer } from './wechat-http.js'
import { WechatToken } from './wechat-token.entity.js'

/** Longer than a request to WeChat may take. */
const LEASE_MS = 10_000
/** The old token stays valid for five minutes after WeChat hands out a new one; a minute is enough for requests under way. */
const MARGIN_MS = 60_000
const WAIT_MS = 50
const WAITS = 120

interface TokenAnswer extends WechatAnswer {
  access_token?: string
  expires_in?: number
}

/**
 * WeChat's access token (`POST /cgi-bin/stable_token`, never `force_refresh`): one row for all processes. Whoever finds it ended
 * fetches the next one under a lease, the others wait and read it.
 */
@Injectable()
export class WechatTokenService {
  private readonly seal: Seal

  constructor(
    env: Env,
    private readonly http: WechatHttp,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    this.seal = new Seal(env.TOKEN_SECRET ?? '', 'wechat access token')
  }

  /** A token that is valid now. Throws `auth.wechat_unreachable` (503) when WeChat gives none. */
  async token(): Promise<string> {
    for (let wait = 0; wait < WAITS; wait += 1) {
      const row = await this.dataSource.manager.findOneBy(WechatToken, { appId: this.http.appId })
      const token = this.liveToken(row)
      if (token !== undefined) return token
      const owner = await this.lease(row)
      if (owner !== undefined) return this.fetchAs(owner)
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
    }
    throw new DomainError('auth.wechat_unreachable')
  }

  /** Forgets a token that WeChat calls invalid (40001, 42001), unless another process has replaced it already. */
  async forget(stale: string): Promise<void> {
    const row = await this.dataSource.manager.findOneBy(WechatToken, { appId: this.http.appId })
    if (row === null || row.sealedToken === null || this.liveToken(row) !== stale) return
    const { appId, sealedToken } = row
    await this.transactions.run((tx) =>
      tx.update(WechatToken, { appId, sealedToken: Equal(sealedToken) }, { sealedToken: null, endsAt: null }),
    )
  }

  private liveToken(row: WechatToken | null): string | undefined {
    if (row === null || row.sealedToken === null || row.endsAt === null || row.endsAt <= this.clock.now())
      return undefined
    return this.seal.open(row.sealedToken)
  }

  /** The name under which this process may fetch; undefined when another one does. */
  private async lease(row: WechatToken | null): Promise<string | undefined> {
    const { appId } = this.http
    if (row === null) await this.makeRow(appId)
    const now = this.clock.now()
    const owner = newId()
    const { affected } = await this.transactions.run((tx) =>
      tx
        .createQueryBuilder()
        .update(WechatToken)
        .set({ leaseOwner: owner, leaseUntil: new Date(now.getTime() + LEASE_MS) })
        .where('app_id = :appId AND (lease_until IS NULL OR lease_until <= :now)', { appId, now })
        // What was read a moment ago as ended or unreadable must still be there: else the next one has come meanwhile.
        .andWhere(row?.sealedToken == null ? 'sealed_token IS NULL' : 'sealed_token = :old', { old: row?.sealedToken })
        .execute(),
    )
    return affected === 1 ? owner : undefined
  }

  private async makeRow(appId: string): Promise<void> {
    try {
      await this.transactions.run((tx) =>
        tx.insert(WechatToken, { appId, sealedToken: null, endsAt: null, leaseOwner: null, leaseUntil: null }),
      )
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }

  private async fetchAs(owner: string): Promise<string> {
    let kept: Partial<WechatToken> = {}
    try {
      const { appId: appid, secret } = this.http
      const body = { grant_type: 'client_credential', appid, secret, force_refresh: false }
      const answer = await this.http.post<TokenAnswer>('/cgi-bin/stable_token', {}, body)
      const { access_token: token, expires_in: seconds = 0 } = answer
      if (token === undefined) throw new DomainError('auth.wechat_unreachable')
      const endsAt = new Date(this.clock.now().getTime() + Math.max(0, seconds * 1000 - MARGIN_MS))
      kept = { sealedToken: this.seal.close(token), endsAt }
      return token
    } finally {
      await this.transactions.run((tx) =>
        tx.update(WechatToken, { leaseOwner: owner }, { ...kept, leaseOwner: null, leaseUntil: null }),
      )
    }
  }
}
