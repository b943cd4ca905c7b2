import { LiveStreams } from '../src/live/live-streams.js'
import { OutboxWorker } from '../src/notices/outbox-worker.js'
import { Identity } from '../src/people/identity.entity.js'
import { PhoneSignInService } from '../src/people/phone-sign-in.service.js'
import { SessionsService } from '../src/people/sessions.service.js'
import { WechatService } from '../src/wechat/wechat.service.js'
import { Api, newKey, refusalOf } from './support/api.js'
import { startApp, type TestApp } from './support/app.js'
import { ok, setFamily } from './support/family.js'
import { setLunch, type Lunch } from './support/lunch.js'
import { photo, sendPicture } from './support/pictures.js'
import { until } from './support/until.js'
import { startWechat, type TestWechat } from './support/wechat.js'

/** Two servers share a database only where a server keeps it; a SQLite file has one, which must hold the same promises. */
const shared = process.env['TEST_DATABASE_URL'] !== undefined && process.env['TEST_DATABASE_URL'] !== ''

let wechat: TestWechat
let first: TestApp
let second: TestApp
let lunch: Lunch

beforeAll(async () => {
  wechat = await startWechat()
  const env = { ...wechat.env, WECHAT_TEMPLATES: 'order:T-order', RATE_PERSON: '20', RATE_SIGN_IN: '6' }
  first = await startApp(env)
  // Both look into one folder of pictures, as servers with one store do.
  second = shared ? await startApp(env, first.database) : first
})
afterAll(async () => {
  if (shared) await second.close()
  await first.close()
  await wechat.close()
})
beforeEach(async () => {
  await wechat.reset()
  second.clock.set('2026-11-23T02:00:00.000Z')
  lunch = await setLunch(first)
})

const both = (n: number): TestApp => (n % 2 === 0 ? first : second)
const times = <Result>(count: number, work: (n: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all([...Array(count).keys()].map(work))

describe('two servers on one database', () => {
  it('count the requests of a person together', async () => {
    const { id } = await lunch.make.person()
    const here = new Api(first).as(id)
    const there = new Api(second).as(id)
    const statuses = await Promise.all(
      [...Array(30).keys()].map(async (n) => (await (n % 2 === 0 ? here : there).call('GET /wallet')).status),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(20)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
  })

  it('count attempts to sign in together', async () => {
    const attempt = async (app: TestApp) =>
      refusalOf(await new Api(app).call('POST /auth/phone', { body: { phone: '13800000000', code: '000000' } }))
    const answers: string[] = []
    for (let n = 0; n < 8; n += 1) answers.push(await attempt(n % 2 === 0 ? first : second))
    expect(answers.filter((answer) => answer === '401 auth.phone_code_wrong')).toHaveLength(6)
    expect(answers.slice(6)).toEqual(['429 request.too_many', '429 request.too_many'])
  })

  it('end a session for both at once', async () => {
    const { id } = await lunch.make.person()
    const token = await new Api(first).as(id).token()
    expect((await new Api(second).with(token).call('GET /wallet')).status).toBe(200)
    await new Api(first).with(token).call('POST /auth/sign-out')
    expect(refusalOf(await new Api(second).with(token).call('GET /wallet'))).toBe('401 auth.session_ended')
  })

  it('see a role that was taken away at once', async () => {
    const { id } = await lunch.make.person()
    const cook = new Api(first).as(id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
    const token = await cook.token()
    expect((await new Api(second).with(token).call('GET /canteen/pickups/board')).status).toBe(200)
    await first.dismiss(id)
    expect(refusalOf(await new Api(second).with(token).call('GET /canteen/pickups/board'))).toBe('403 auth.forbidden')
  })

  it('do one thing for one key, whichever of them is asked, and give one answer', async () => {
    const { id } = await lunch.make.person()
    const input = { body: lunch.body(), idempotencyKey: newKey() }
    const answers = await times(10, (n) => new Api(both(n)).as(id).call('POST /canteen/orders', input))
    const placed = answers.filter(({ status }) => status === 201)
    expect(new Set(placed.map(({ reply }) => reply.id)).size).toBe(1)
    // Who came while the first was at it is told to wait.
    expect(new Set(answers.filter(({ status }) => status !== 201).map(refusalOf))).toEqual(
      new Set(placed.length === 10 ? [] : ['409 request.idempotency_in_flight']),
    )
    const later = await new Api(second).as(id).call('POST /canteen/orders', input)
    expect([later.status, later.reply]).toEqual([201, placed[0]!.reply])
    expect(await first.ledger.balanceOf(first.dataSource.manager, id)).toBe(10_000 - later.reply.payFen)
  })

  it('count tries of a code together', async () => {
    const { id } = await lunch.make.person()
    const redeem = (n: number) =>
      new Api(both(n)).as(id).call('POST /mandates/redeem', {
        body: { code: '000000', relation: '妈妈' },
        idempotencyKey: newKey(),
      })
    const answers: string[] = []
    for (let n = 0; n < 7; n += 1) answers.push(refusalOf(await redeem(n)))
    expect(answers.slice(0, 5)).toEqual(Array(5).fill('422 mandates.code_wrong'))
    expect(answers.slice(5)).toEqual(Array(2).fill('429 mandates.code_locked'))
  })

  it('send a code to a phone once a minute between them', async () => {
    // Asked of the service: over HTTP the address has used up its attempts by now.
    const send = (n: number) => both(n).nest.get(PhoneSignInService, { strict: false }).sendCode('13700000001')
    const answers = await Promise.allSettled([...Array(4).keys()].map(send))
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected'])
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'auth.phone_code_too_soon' })
  })

  it('fetch one access token of WeChat between them', async () => {
    await times(10, (n) =>
      both(n).nest.get(WechatService, { strict: false }).checkText({ openid: 'o-x', text: '好吃', scene: 2 }),
    )
    expect(await wechat.received('/cgi-bin/stable_token')).toHaveLength(1)
  })

  it('send each message once, whichever of them finds it', async () => {
    const people = await times(8, async (n) => {
      const { id } = await lunch.make.person({ name: `邻居${n}` })
      const createdAt = first.clock.now()
      await first.dataSource.manager.insert(Identity, {
        provider: 'wechat',
        subject: `o-${id}`,
        personId: id,
        createdAt,
      })
      const api = new Api(both(n)).as(id)
      ok(await api.call('POST /notices/credits', { body: { answers: { 'T-order': 'accept' } } }))
      ok(await api.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
      return id
    })
    for (const app of [first, second]) app.clock.set('2026-11-23T02:00:03.000Z')
    await times(2, (n) => both(n).nest.get(OutboxWorker, { strict: false }).work())
    const to = (await wechat.received('/cgi-bin/message/subscribe/send')).map(({ body }) => body['touser'])
    expect(to.sort()).toEqual(people.map((id) => `o-${id}`).sort())
  })

  it('tell on a stream of one what was done at the other', async () => {
    const family = await setFamily(first, lunch)
    await family.byCode()
    const token = await new Api(second).as(family.motherId).token()
    const control = new AbortController()
    const headers = { Authorization: `Bearer ${token}` }
    const response = await fetch(`${second.url}/api/v1/live`, { headers, signal: control.signal })
    let text = ''
    const reading = (async () => {
      const decoder = new TextDecoder()
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) text += decoder.decode(chunk)
    })().catch(() => undefined)
    await until(() => text.includes('id: '), 'the stream begins')
    const order = ok(await family.orderForMother())
    await until(() => text.includes(order.id), 'the order is told')
    expect(text).toContain(`data: {"topic":"orders","id":"${order.id}"}`)
    control.abort()
    await reading
    await until(() => second.nest.get(LiveStreams, { strict: false }).count === 0, 'the stream is forgotten')
  })

  it('show a picture that the other took in, and a mandate that the other ended', async () => {
    const family = await setFamily(first, lunch)
    const picture = (await sendPicture(first, family.mother, await photo())).reply
    expect((await fetch(`${second.url}${picture.url}`)).status).toBe(200)
    const id = await family.byCode()
    const daughter = new Api(second).as(family.daughterId)
    ok(await new Api(second).as(family.motherId).call('POST /mandates/:id/revoke', { params: { id } }))
    expect(refusalOf(await family.orderForMother())).toBe('403 people.no_mandate')
    const body = lunch.body({ forPersonId: family.motherId })
    expect(refusalOf(await daughter.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))).toBe(
      '403 people.no_mandate',
    )
  })

  it('take a refresh token once between them, and close the session when it comes back later', async () => {
    const { id } = await lunch.make.person({ name: '小马' })
    await first.dataSource.manager.insert(Identity, {
      provider: 'wechat',
      subject: 'o-of-xiao-ma',
      personId: id,
      createdAt: first.clock.now(),
    })
    const session = await first.nest.get(SessionsService, { strict: false }).open(id, undefined)
    await first.nest.get(SessionsService, { strict: false }).refresh(session.refreshToken)
    for (const app of [first, second]) app.clock.set('2026-11-23T02:02:00.000Z')
    const refresh = second.nest.get(SessionsService, { strict: false }).refresh(session.refreshToken)
    await expect(refresh).rejects.toMatchObject({ code: 'auth.refresh_reused' })
    expect(refusalOf(await new Api(first).with(session.accessToken).call('GET /me'))).toBe('401 auth.session_ended')
  })
})
