import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'

import { Env } from '../config/env.js'

/**
 * A stand-in for WeChat's servers on a loopback port, in the demo when no app id is configured. Codes look like `device.nonce`:
 * one device is one openid, a code works once (40163), and one that starts with `bad` is refused (40029), as WeChat documents.
 */
@Injectable()
export class WechatStandIn implements OnModuleInit, OnApplicationShutdown {
  private server: Server | undefined
  private readonly usedCodes = new Set<string>()

  constructor(private readonly env: Env) {}

  /** Where it listens; undefined when the real WeChat is used. */
  get origin(): string | undefined {
    const address = this.server?.address() as AddressInfo | null | undefined
    return address ? `http://127.0.0.1:${address.port}` : undefined
  }

  async onModuleInit(): Promise<void> {
    if (!this.env.DEMO || this.env.WECHAT_APP_ID !== undefined) return
    const server = createServer((request, response) => this.answer(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    this.server = server
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this
    if (server === undefined) return
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://stand-in')
    response.setHeader('Content-Type', 'application/json')
    if (url.pathname !== '/sns/jscode2session') {
      response.statusCode = 404
      response.end(JSON.stringify({ errcode: 404 }))
      return
    }
    response.end(JSON.stringify(this.code2session(url.searchParams.get('js_code') ?? '')))
  }

  private code2session(code: string): { openid?: string; session_key?: string; errcode?: number; errmsg?: string } {
    if (code === '' || code.startsWith('bad')) return { errcode: 40_029, errmsg: 'invalid code' }
    if (this.usedCodes.has(code)) return { errcode: 40_163, errmsg: 'code been used' }
    this.usedCodes.add(code)
    const [device = ''] = code.split('.')
    return {
      openid: `o${createHash('sha256').update(device).digest('base64url').slice(0, 27)}`,
      session_key: 'stand-in',
    }
  }
}
