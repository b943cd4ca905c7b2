import type { PersonaView } from '@wanli/contracts/people'
import { DataSource } from 'typeorm'
import { Clock } from '../common/clock.js'
import { Env } from '../config/env.js'
import { Transactions } from '../database/transactions.js'
import { LedgerService } from '../wallet/ledger.service.js'
import { WechatService } from '../wechat/wechat.service.js'
/** Who is at the door: by a WeChat code, or, in the demo, by choosing an invented person. */
export declare class SignInService {
  private readonly env
  private readonly dataSource
  private readonly transactions
  private readonly ledger
  private readonly wechat
  private readonly clock
  constructor(
    env: Env,
    dataSource: DataSource,
    transactions: Transactions,
    ledger: LedgerService,
    wechat: WechatService,
    clock: Clock,
  )
  /** The invented people of the demo, in the order of their story. Throws `request.not_found` (404) outside the demo. */
  personas(): Promise<PersonaView[]>
  /** The person of a demo persona. Throws `auth.persona_unknown` (404); `request.not_found` (404) outside the demo. */
  byPersona(persona: string): Promise<string>
  /**
   * The person behind a `wx.login` code; somebody new gets an account. Throws `auth.wechat_refused` (401) or
   * `auth.wechat_unreachable` (503).
   */
  byWechat(code: string): Promise<string>
  private welcome
}
