import { createHash } from 'node:crypto'

import { Identity } from '../../src/people/identity.entity.js'
import { PicturesService } from '../../src/uploads/pictures.service.js'
import { Upload } from '../../src/uploads/upload.entity.js'
import { UploadsService } from '../../src/uploads/uploads.service.js'
import { Api, newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { deleteAllRows } from '../support/database.js'
import { Make } from '../support/make.js'
import { photo, sendPicture } from '../support/pictures.js'
import { startWechat, type TestWechat } from '../support/wechat.js'

const CHECK = '/wxa/media_check_async'
const TEXT = '/wxa/msg_sec_check'
const PUSH_TOKEN = 'pushtoken'

let wechat: TestWechat
let app: TestApp
let make: Make
let mine: Api

beforeAll(async () => {
  wechat = await startWechat()
  app = await startApp({ ...wechat.env, WECHAT_PUSH_TOKEN: PUSH_TOKEN, PUBLIC_URL: 'https://wanli.example' })
})
afterAll(async () => {
  await app.close()
  await wechat.close()
})
beforeEach(async () => {
  await wechat.reset()
  app.clock.set('2026-11-23T02:00:00.000Z')
  await deleteAllRows(app.dataSource)
  make = new Make(app)
  await make.street()
  mine = new Api(app).as(await fromWechat())
})

async function fromWechat(): Promise<string> {
  const { id } = await make.person()
  const createdAt = app.clock.now()
  await app.dataSource.manager.insert(Identity, { provider: 'wechat', subject: `o-${id}`, personId: id, createdAt })
  return id
}
const send = async () => (await sendPicture(app, mine, await photo())).reply
const rowOf = (id: string): Promise<Upload> => app.dataSource.manager.findOneByOrFail(Upload, { id })
const statusOf = async (id: string) => (await mine.call('GET /uploads/:id', { params: { id } })).reply.status
const shownToOthers = async (id: string): Promise<boolean> =>
  (await app.nest.get(UploadsService, { strict: false }).pictures([id])).has(id)
const askAgain = (): Promise<number> => app.nest.get(PicturesService, { strict: false }).askAgain()

/** WeChat's push, signed as WeChat signs it. */
function push(event: unknown): Promise<Response> {
  const timestamp = String(app.clock.now().getTime() / 1000)
  const signature = createHash('sha1').update([PUSH_TOKEN, timestamp, 'nonce'].sort().join('')).digest('hex')
  const query = new URLSearchParams({ signature, timestamp, nonce: 'nonce' }).toString()
  return fetch(`${app.url}/api/v1/wechat/push?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(event),
  })
}
const verdict = async (id: string, suggest: string, errcode = 0): Promise<number> =>
  (await push({ Event: 'wxa_media_check', trace_id: (await rowOf(id)).traceId, errcode, result: { suggest } })).status

describe('a picture where WeChat looks at them', () => {
  it('is given to WeChat by a link it can open, seen by its owner, and by others once it passed', async () => {
    const { id, status } = await send()
    expect(status).toBe('checking')
    const [asked] = await wechat.received(CHECK)
    expect(asked!.body).toMatchObject({ version: 2, media_type: 2 })
    const url = new URL(String(asked!.body['media_url']))
    expect(url.origin).toBe('https://wanli.example')
    const seen = await fetch(`${app.url}${url.pathname}${url.search}`)
    expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(await shownToOthers(id)).toBe(false)
    expect(await verdict(id, 'pass')).toBe(200)
    expect([await statusOf(id), await shownToOthers(id)]).toEqual(['ready', true])
  })

  it.each(['risky', 'review'])(
    'is shown to nobody, by no link, once WeChat says %s, whatever it says later',
    async (word) => {
      const { id, url } = await send()
      expect(await verdict(id, word)).toBe(200)
      expect([await statusOf(id), await shownToOthers(id)]).toEqual(['refused', false])
      expect((await fetch(`${app.url}${url}`)).status).toBe(404)
      expect(await verdict(id, 'pass')).toBe(200)
      expect(await statusOf(id)).toBe('refused')
    },
  )

  it('is asked about again when WeChat was away or could not load it, five times in all', async () => {
    await wechat.fail('busy', { path: CHECK })
    const { id } = await send()
    expect((await rowOf(id)).traceId).toBeNull()
    expect(await askAgain()).toBe(0)
    for (let minutes = 31; minutes <= 31 * 6; minutes += 31) {
      app.clock.set(new Date(Date.parse('2026-11-23T02:00:00.000Z') + minutes * 60_000).toISOString())
      await askAgain()
      if (minutes === 31) expect(await verdict(id, '', -1008)).toBe(200)
    }
    expect(await wechat.received(CHECK)).toHaveLength(5)
    expect([await statusOf(id), await shownToOthers(id)]).toEqual(['checking', false])
    expect(await verdict(id, 'pass')).toBe(200)
    expect(await statusOf(id)).toBe('ready')
  })

  it('is ready at once for somebody whom WeChat does not know', async () => {
    const { reply } = await sendPicture(app, new Api(app).as((await make.person()).id), await photo())
    expect(reply.status).toBe('ready')
    expect(await wechat.received(CHECK)).toEqual([])
  })
})

describe('a text where WeChat looks at them', () => {
  it('is refused when WeChat calls it risky, before anything is changed', async () => {
    const before = (await mine.call('GET /me')).reply.name
    const answer = await mine.call('PATCH /me', { body: { name: '赌博找我', elderMode: true } })
    expect(refusalOf(answer)).toBe('422 uploads.content_refused')
    expect((await mine.call('GET /me')).reply).toMatchObject({ name: before, elderMode: false })
    const [asked] = await wechat.received(TEXT)
    expect(asked!.body).toMatchObject({ version: 2, scene: 1, content: '赌博找我' })
  })

  it('passes when WeChat is not sure, and when it does not answer: nobody goes without a meal for it', async () => {
    expect((await mine.call('PATCH /me', { body: { name: '加微信聊' } })).reply.name).toBe('加微信聊')
    for (const kind of ['busy', 'http_500']) {
      await wechat.fail(kind, { path: TEXT })
      expect((await mine.call('PATCH /me', { body: { name: `赌博 ${kind}` } })).status).toBe(200)
    }
  })

  it('is not sent anywhere when there is none, or the writer did not come from WeChat', async () => {
    await mine.call('PATCH /me', { body: { elderMode: true } })
    const other = new Api(app).as((await make.person()).id)
    expect((await other.call('PATCH /me', { body: { name: '赌博' } })).status).toBe(200)
    expect(await wechat.received(TEXT)).toEqual([])
  })

  it('includes what one calls whom one acts for', async () => {
    const terms = { scopes: ['meals' as const], dailyCapFen: null, payer: 'agent' as const, validUntil: null }
    const body = { ...terms, principalPhone: '13800000001', relation: '刷单' }
    expect(refusalOf(await mine.call('POST /mandates', { body, idempotencyKey: newKey() }))).toBe(
      '422 uploads.content_refused',
    )
  })
})
