import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { ApiStandIn } from '../../src/wechat/stand-in/api-stand-in.js'

/** WeChat's stand-in on a port of its own, for several servers at once. */
export interface TestWechat {
  /** Environment of a server that speaks with it. */
  env: { WECHAT_API_BASE: string; WECHAT_APP_ID: string; WECHAT_APP_SECRET: string }
  /** Makes the next `times` calls of a path fail. */
  fail(kind: string, given?: { path?: string; times?: number }): Promise<void>
  /** What was received at a path. */
  received(path: string): Promise<{ path: string; body: Record<string, unknown> }[]>
  reset(): Promise<void>
  close(): Promise<void>
}

/** Starts the stand-in. */
export async function startWechat(): Promise<TestWechat> {
  const api = new ApiStandIn()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const target = request.url ?? '/'
      const reply = api.answer({
        method: request.method ?? 'GET',
        target,
        url: new URL(target, 'http://stand-in'),
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      })
      if (reply.lost === 'hang') return
      response.writeHead(reply.status, reply.headers)
      response.end(reply.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const post = async (path: string, body: unknown): Promise<void> => {
    await fetch(`${base}${path}`, { method: 'POST', body: JSON.stringify(body) })
  }
  return {
    env: { WECHAT_API_BASE: base, WECHAT_APP_ID: 'wx-wanli', WECHAT_APP_SECRET: 'wx-secret' },
    fail: (kind, given = {}) => post('/__control/faults', { kind, ...given }),
    received: async (path) => {
      const { items } = (await (await fetch(`${base}/__control/messages`)).json()) as {
        items: { path: string; body: Record<string, unknown> }[]
      }
      return items.filter((item) => item.path === path)
    },
    reset: () => post('/__control/reset', {}),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
