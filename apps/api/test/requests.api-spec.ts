import { newKey, refusalOf, type Api } from './support/api.js'
import { startApp, type TestApp } from './support/app.js'
import { DOOR } from './support/delivery.js'
import { setLunch, type Lunch } from './support/lunch.js'

let app: TestApp
let lunch: Lunch
let person: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  person = lunch.api.as((await lunch.make.person()).id)
})

describe('a problem', () => {
  it('is RFC 9457 with a code, a Chinese sentence and the number of the request', async () => {
    const answer = await person.raw('GET /canteen/orders/:id', { params: { id: 'nothing' } })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.problem).toEqual({
      type: '/api/docs#canteen.order_not_found',
      title: '没有这张订单',
      status: 404,
      code: 'canteen.order_not_found',
      detail: '没有这张订单',
      params: {},
      requestId: answer.headers.get('x-request-id'),
    })
  })

  it('says with every answer what time it is here, so that a wrong clock of a phone does no harm', async () => {
    const answers = [await person.call('GET /wallet'), await person.raw('GET /wallet/nowhere' as 'GET /wallet')]
    const now = app.clock.now().toISOString()
    expect(answers.map(({ headers }) => headers.get('x-server-time'))).toEqual([now, now])
  })

  it('answers an unknown path, a body that is no JSON, another media type and a body of 300 KB', async () => {
    expect(refusalOf(await person.raw('GET /wallet/nowhere' as 'GET /wallet'))).toBe('404 request.not_found')
    expect(refusalOf(await person.raw('POST /canteen/quotes', { body: '{"sittingId":' }))).toBe('422 request.not_json')
    const xml = await fetch(`${app.url}/api/v1/canteen/quotes`, {
      method: 'POST',
      body: '<a/>',
      headers: { 'Content-Type': 'text/xml' },
    })
    expect([xml.status, ((await xml.json()) as { code: string }).code]).toEqual([415, 'request.unsupported_type'])
    const large = await person.raw('POST /canteen/quotes', { body: { note: 'x'.repeat(300 * 1024) } })
    expect(refusalOf(large)).toBe('413 request.too_large')
    expect(large.problem.params).toEqual({ maxBytes: 262_144 })
  })
})

describe('an address that the router cannot read', () => {
  it.each([
    ['an id of two hundred letters', 'a'.repeat(200)],
    ['half an escape', '%zz'],
  ])('leads nowhere, and says so like every refusal: %s', async (_, id) => {
    const answer = await fetch(`${app.url}/api/v1/canteen/orders/${id}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
    expect(await answer.json()).toMatchObject({ code: 'request.not_found', detail: '没有这个地方' })
  })

  it('holds an id in Chinese, and hinders nobody who asks at the same moment', async () => {
    const sitting = (id: string) => person.raw('GET /canteen/sittings/:id', { params: { id } })
    const [odd, right] = await Promise.all([sitting('中'), sitting(lunch.sitting.id)])
    expect([refusalOf(odd), right.status]).toEqual(['404 request.not_found', 200])
    expect(refusalOf(await person.raw('GET /canteen/orders/:id', { params: { id: '中' } }))).toBe(
      '404 request.not_found',
    )
    const refreshed = await person.raw('POST /auth/refresh', { body: { refreshToken: '中.x' } })
    expect(refusalOf(refreshed)).toBe('401 auth.refresh_invalid')
  })
})

describe('two keys that differ in a capital letter', () => {
  it('are two requests', async () => {
    const place = (idempotencyKey: string) =>
      person.call('POST /canteen/orders', { body: { ...lunch.body(), again: true }, idempotencyKey })
    const [first, second] = [await place('Key-AAAAAAAA'), await place('key-aaaaaaaa')]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(first.reply.id).not.toBe(second.reply.id)
  })
})

describe('a member that may be left out', () => {
  it('is left out when it is null', async () => {
    const order = await person.raw('POST /canteen/orders', {
      body: { ...lunch.body(), addressId: null, forPersonId: null, note: null, expectedPayFen: null, again: null },
      idempotencyKey: newKey(),
    })
    expect([order.status, order.reply.note]).toEqual([201, ''])
    const noSlot = { body: { ...lunch.body(), slotId: null }, idempotencyKey: newKey() }
    expect(refusalOf(await person.raw('POST /canteen/orders', noSlot))).toBe('422 canteen.slot_required')
    const halved = { ...lunch.body(), lines: [{ offerId: lunch.meat.id, quantity: 1, portion: null }] }
    const whole = await person.raw('POST /canteen/orders', { body: halved, idempotencyKey: newKey() })
    expect([whole.status, whole.reply.lines[0]?.portion]).toEqual([201, 'whole'])
    const renamed = await person.raw('PATCH /me', { body: { name: null, elderMode: true } })
    expect([renamed.status, renamed.reply.elderMode]).toEqual([200, true])
    expect((await person.raw('PATCH /me', { body: { name: '王', elderMode: null } })).reply.name).toBe('王')
  })
})

describe('a field that is wrong', () => {
  it('is a list where one thing is asked for, be it empty', async () => {
    const address = { ...DOOR, estateId: lunch.canteen.id, receivers: [[]] }
    const wrong = await person.raw('POST /delivery/addresses', { body: address, idempotencyKey: newKey() })
    expect([wrong.status, wrong.problem.fields?.map(({ path }) => path)]).toEqual([422, ['receivers.0']])
    const order = { ...lunch.body(), lines: [[]] }
    const none = await person.raw('POST /canteen/orders', { body: order, idempotencyKey: newKey() })
    expect([none.status, none.problem.fields?.map(({ path }) => path)]).toEqual([422, ['lines.0']])
  })

  it('is deeper than any of ours', async () => {
    const body = `{"name":${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}}`
    expect(refusalOf(await person.raw('PATCH /me', { body }))).toBe('422 request.invalid')
  })

  it('is told what is wrong first', async () => {
    const wrong = async (quantity: unknown) => {
      const body = { ...lunch.body(), lines: [{ offerId: lunch.meat.id, quantity }] }
      const { problem } = await person.raw('POST /canteen/orders', { body, idempotencyKey: newKey() })
      return problem.fields?.map(({ path, message }) => `${path} ${message}`)
    }
    expect(await wrong('１２')).toEqual(['lines.0.quantity 要填整数'])
    expect(await wrong(1.5)).toEqual(['lines.0.quantity 要填整数'])
    expect(await wrong(1e9)).toEqual(['lines.0.quantity 太大了'])
    expect(await wrong(0)).toEqual(['lines.0.quantity 太小了'])
  })
})

describe('access', () => {
  it('is refused without a token, with a wrong one, and 15 minutes later', async () => {
    expect(refusalOf(await lunch.api.call('GET /wallet'))).toBe('401 auth.required')
    expect(refusalOf(await lunch.api.with('not.a.token').call('GET /wallet'))).toBe('401 auth.invalid')
    const holder = lunch.api.with(await person.token())
    app.clock.set('2026-11-23T02:14:59.000Z')
    expect((await holder.call('GET /wallet')).status).toBe(200)
    app.clock.set('2026-11-23T02:15:01.000Z')
    expect(refusalOf(await holder.call('GET /wallet'))).toBe('401 auth.expired')
  })

  it('is refused on every route that is not open, whatever the method', async () => {
    const open = new Set([
      'GET /auth/personas',
      'POST /auth/demo',
      'POST /auth/wechat',
      'POST /auth/refresh',
      'POST /auth/phone/codes',
      'POST /auth/phone',
      // What one agrees to is read before one signs in.
      'GET /privacy/documents',
      // Nobody signs in to read a menu.
      'GET /canteen/canteens',
      'GET /canteen/sittings',
      'GET /canteen/sittings/:id',
      'GET /menus/dishes/:id/rating',
    ])
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>
    }
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
    )
    expect(routes.length).toBeGreaterThan(20)
    for (const [method, path] of routes) {
      const name = `${method} ${path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`
      if (open.has(name)) continue
      const response = await fetch(`${app.url}${path}`, { method })
      expect([name, response.status]).toEqual([name, 401])
    }
  })
})

describe('an idempotency key', () => {
  const order = (change: Parameters<Lunch['body']>[0], idempotencyKey: string) =>
    person.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey })

  it('answers the same a second time and orders once', async () => {
    const key = newKey()
    const first = await order({}, key)
    const second = await order({}, key)
    expect([second.status, second.reply]).toEqual([first.status, first.reply])
    expect((await person.call('GET /canteen/orders')).reply.items).toHaveLength(1)
  })

  it('is refused with another body, and does nothing', async () => {
    const key = newKey()
    await order({}, key)
    expect(refusalOf(await order({ note: '换了' }, key))).toBe('422 request.idempotency_mismatch')
    expect((await person.call('GET /canteen/orders')).reply.items).toHaveLength(1)
  })

  it('repeats a refusal even when it could be granted by now', async () => {
    const key = newKey()
    app.clock.set('2026-11-15T20:00:00.000Z')
    const early = lunch.api.as((await lunch.make.person()).id)
    const first = await early.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: key })
    const second = await early.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: key })
    expect([refusalOf(first), second.problem.detail]).toEqual(['409 canteen.sitting_not_open', first.problem.detail])
  })

  it('belongs to one person: another may use the same', async () => {
    const key = newKey()
    await order({}, key)
    const other = lunch.api.as((await lunch.make.person()).id)
    const answer = await other.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: key })
    expect([answer.status, answer.reply.pickupNumber]).toEqual([201, 'A002'])
  })

  it.each([
    ['missing', undefined, '428 request.idempotency_key_required'],
    ['short', 'abc', '422 request.idempotency_key_invalid'],
    ['too long', 'k'.repeat(129), '422 request.idempotency_key_invalid'],
    ['with a blank', 'a b c d e f', '422 request.idempotency_key_invalid'],
  ])('is refused when %s', async (_, key, refusal) => {
    const answer = await person.raw('POST /canteen/orders', {
      body: lunch.body(),
      ...(key === undefined ? {} : { idempotencyKey: key }),
    })
    expect(refusalOf(answer)).toBe(refusal)
  })
})

describe('the server', () => {
  it('is live, ready, measured, and describes itself', async () => {
    expect((await fetch(`${app.url}/health/live`)).status).toBe(200)
    expect(await (await fetch(`${app.url}/health/ready`)).json()).toEqual({ status: 'ok' })
    await person.call('GET /wallet')
    expect(await (await fetch(`${app.url}/metrics`)).text()).toContain(
      'http_request_duration_seconds_bucket{le="0.005",method="GET",route="/api/v1/wallet"',
    )
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as { openapi: string }
    expect(document.openapi).toBe('3.1.0')
    const page = await fetch(`${app.url}/api/docs`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  })
})

describe('too many requests', () => {
  it('are told when to come back', async () => {
    const strict = await startApp({ RATE_PERSON: '3' })
    try {
      const { make, api } = await setLunch(strict)
      const eager = api.as((await make.person()).id)
      const statuses: number[] = []
      for (let i = 0; i < 4; i += 1) statuses.push((await eager.call('GET /wallet')).status)
      expect(statuses).toEqual([200, 200, 200, 429])
      const refused = await eager.call('GET /wallet')
      expect(refusalOf(refused)).toBe('429 request.too_many')
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    } finally {
      await strict.close()
    }
  })
})
