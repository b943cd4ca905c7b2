import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'

import { Env } from '../config/env.js'

import { ApiStandIn } from './stand-in/api-stand-in.js'
import type { StandInReply } from './stand-in/exchange.js'
import { PayStandIn } from './stand-in/pay-stand-in.js'

/** Paths of WeChat Pay's host, and of what steers the stand-in's pay half; all others are `api.weixin.qq.com`'s. */
const PAY_PATHS = ['/v3/', '/__control/pay/']

/** A stand-in for WeChat's servers on a loopback port, in the demo when no app id is configured. Its two halves answer. */
@Injectable()
export class WechatStandIn implements OnModuleInit, OnApplicationShutdown {
  private server: Server | undefined

  constructor(
    private readonly env: Env,
    private readonly api: ApiStandIn,
    private readonly pay: PayStandIn,
  ) {}

  /** Where it listens; undefined when the real WeChat is used. */
  get origin(): string | undefined {
    const address = this.server?.address() as AddressInfo | null | undefined
    return address ? `http://127.0.0.1:${address.port}` : undefined
  }

  async onModuleInit(): Promise<void> {
    if (!this.env.DEMO || this.env.WECHAT_APP_ID !== undefined) return
    const server = createServer((request, response) => void this.serve(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    this.server = server
  }

  async onApplicationShutdown(): Promise<void> {
    this.pay.stop()
    const { server } = this
    if (server === undefined) return
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = await this.answer(request).catch((error: unknown): StandInReply => ({
      status: 500,
      body: String(error),
    }))
    if (reply.lost === 'cut') response.destroy()
    if (reply.lost !== undefined) return
    response.writeHead(reply.status, reply.headers)
    response.end(reply.body)
  }

  private async answer(request: IncomingMessage): Promise<StandInReply> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const target = request.url ?? '/'
    const read = {
      method: request.method ?? 'GET',
      target,
      url: new URL(target, 'http://stand-in'),
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    }
    const isPay = PAY_PATHS.some((path) => read.url.pathname.startsWith(path))
    return isPay ? this.pay.answer(read) : this.api.answer(read)
  }
}
