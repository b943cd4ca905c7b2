import { createHash } from 'node:crypto'

import { WechatToken } from '../../src/wechat/wechat-token.entity.js'
import { WechatService } from '../../src/wechat/wechat.service.js'
import { startApp, type TestApp } from '../support/app.js'
import { deleteAllRows, migratedDatabase, type TestDatabase } from '../support/database.js'
import { startWechat, type TestWechat } from '../support/wechat.js'

const TOKEN_PATH = '/cgi-bin/stable_token'
const PUSH_TOKEN = 'pushtoken'

let wechat: TestWechat
let database: TestDatabase
let apps: TestApp[]
let app: TestApp

beforeAll(async () => {
  wechat = await startWechat()
  database = await migratedDatabase()
  // A SQLite file has one process: there the same calls come from one server.
  const count = database.DATABASE_URL === undefined ? 1 : 2
  apps = []
  for (let index = 0; index < count; index += 1)
    apps.push(await startApp({ ...wechat.env, WECHAT_PUSH_TOKEN: PUSH_TOKEN }, database))
  app = apps[0]!
})
afterAll(async () => {
  for (const one of apps) await one.close()
  await database.remove()
  await wechat.close()
})
beforeEach(async () => {
  await wechat.reset()
  await deleteAllRows(app.dataSource)
})

const clientOf = (one: TestApp): WechatService => one.nest.get(WechatService, { strict: false })
const codeOf = (error: unknown): unknown => (error as { code?: string }).code
const text = { openid: 'o-somebody', text: '今天的狮子头真好吃', scene: 2 } as const

describe('the access token', () => {
  it('is fetched once, however many servers and calls want it', async () => {
    const clients = apps.map(clientOf)
    const verdicts = await Promise.all(
      [...Array(20).keys()].map((index) => clients[index % clients.length]!.checkText(text)),
    )
    expect(new Set(verdicts)).toEqual(new Set(['pass']))
    const asked = await wechat.received(TOKEN_PATH)
    expect(asked).toHaveLength(1)
    expect(asked[0]!.body).toMatchObject({ appid: 'wx-wanli', force_refresh: false })
  })

  it('is not readable in the database', async () => {
    await clientOf(app).checkText(text)
    const row = await app.dataSource.manager.findOneByOrFail(WechatToken, { appId: 'wx-wanli' })
    expect(row.sealedToken).toBeTruthy()
    expect(Buffer.from(row.sealedToken!, 'base64').toString()).not.toContain('stand-in')
  })

  it('is fetched again once when WeChat calls it invalid, and when it has ended', async () => {
    await clientOf(app).checkText(text)
    await wechat.fail('token', { path: '/wxa/msg_sec_check' })
    expect(await clientOf(app).checkText(text)).toBe('pass')
    expect(await wechat.received(TOKEN_PATH)).toHaveLength(2)
    for (const one of apps) one.clock.set('2026-11-23T05:00:00.000Z')
    expect(await clientOf(app).checkText(text)).toBe('pass')
    expect(await wechat.received(TOKEN_PATH)).toHaveLength(3)
    for (const one of apps) one.clock.set('2026-11-23T02:00:00.000Z')
  })

  it('is fetched by another when who was fetching it died', async () => {
    const owner = 'a process that died'
    const at = (seconds: number): Date => new Date(app.clock.now().getTime() + seconds * 1000)
    const insert = (leaseUntil: Date) =>
      app.dataSource.manager.insert(WechatToken, {
        appId: 'wx-wanli',
        sealedToken: null,
        endsAt: null,
        leaseOwner: owner,
        leaseUntil,
      })
    await insert(at(-1))
    expect(await clientOf(app).checkText(text)).toBe('pass')
  })
})

describe('the client', () => {
  it('reads a phone number, and refuses a code that is wrong or made for another app', async () => {
    const client = clientOf(app)
    expect(await client.phoneNumberOf('13800001234.a')).toBe('13800001234')
    expect(await client.phoneNumberOf('nonsense').catch(codeOf)).toBe('auth.wechat_refused')
    expect(await client.phoneNumberOf('13800001234.wx-other').catch(codeOf)).toBe('auth.wechat_refused')
  })

  it('says what became of a subscribe message', async () => {
    const client = clientOf(app)
    const message = { openid: 'o-somebody', templateId: 'T', page: 'pages/inbox', data: { thing1: '订好了' } }
    expect(await client.sendSubscribeMessage(message)).toBe('sent')
    await wechat.fail('no_credit', { path: '/cgi-bin/message/subscribe/send' })
    expect(await client.sendSubscribeMessage(message)).toBe('no_credit')
    expect(await client.sendSubscribeMessage({ ...message, openid: 'wrong' })).toBe('refused')
    const tooLong = { ...message, data: { thing1: '一二三四五六七八九十一二三四五六七八九十长' } }
    expect(await client.sendSubscribeMessage(tooLong)).toBe('refused')
  })

  it('judges texts', async () => {
    const client = clientOf(app)
    expect(await client.checkText({ ...text, text: '一起赌博' })).toBe('risky')
    expect(await client.checkText({ ...text, text: '加微信聊' })).toBe('review')
  })

  it('says that WeChat cannot be reached when it is busy or broken', async () => {
    const client = clientOf(app)
    await client.checkText(text)
    for (const kind of ['busy', 'http_500']) {
      await wechat.fail(kind)
      expect(await client.checkText(text).catch(codeOf)).toBe('auth.wechat_unreachable')
    }
  })

  it('gives up after five seconds of silence', async () => {
    await clientOf(app).checkText(text)
    await wechat.fail('hang')
    expect(await clientOf(app).checkText(text).catch(codeOf)).toBe('auth.wechat_unreachable')
  })
})

describe('the message push', () => {
  const signed = (token: string, timestamp = String(app.clock.now().getTime() / 1000)): string => {
    const signature = createHash('sha1').update([token, timestamp, 'nonce'].sort().join('')).digest('hex')
    return new URLSearchParams({ signature, timestamp, nonce: 'nonce', echostr: 'hello' }).toString()
  }
  const push = (query: string, event?: unknown): Promise<Response> =>
    fetch(`${app.url}/api/v1/wechat/push?${query}`, {
      ...(event === undefined
        ? {}
        : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(event) }),
    })

  it('echoes to WeChat and to nobody else', async () => {
    expect(await (await push(signed(PUSH_TOKEN))).text()).toBe('hello')
    expect((await push(signed('another token'))).status).toBe(403)
    expect((await push(signed(PUSH_TOKEN, '1700000000'))).status).toBe(403)
    expect((await push('signature=&timestamp=&nonce=')).status).toBe(403)
  })

  it('asks to be told again of a picture nobody knows, and takes other events', async () => {
    const event = { Event: 'wxa_media_check', trace_id: 'nobody-asked', result: { suggest: 'pass' } }
    expect((await push(signed(PUSH_TOKEN), event)).status).toBe(404)
    expect((await push(signed('another token'), event)).status).toBe(403)
    expect(await (await push(signed(PUSH_TOKEN), { Event: 'something else' })).text()).toBe('success')
  })
})
