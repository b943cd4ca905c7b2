import { type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { Env } from '../config/env.js'
/**
 * A stand-in for WeChat's servers on a loopback port, in the demo when no app id is configured. Codes look like `device.nonce`:
 * one device is one openid, a code works once (40163), and one that starts with `bad` is refused (40029), as WeChat documents.
 */
export declare class WechatStandIn implements OnModuleInit, OnApplicationShutdown {
  private readonly env
  private server
  private readonly usedCodes
  constructor(env: Env)
  /** Where it listens; undefined when the real WeChat is used. */
  get origin(): string | undefined
  onModuleInit(): Promise<void>
  onApplicationShutdown(): Promise<void>
  private answer
  private code2session
}
