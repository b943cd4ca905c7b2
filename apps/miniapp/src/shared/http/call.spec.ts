import type { SessionReply } from '@wanli/contracts/people'
import { requests, serve, type StandInRequest } from '../../../test/taro-stand-in'

// The build puts this in; the specs run without a build.
Object.assign(globalThis, { API_BASE: '' })
const { call, callAgain } = await import('./call')
const { forgetReplies } = await import('./replies')
const { currentSession, storeSession } = await import('./session-store')

const person: SessionReply['person'] = {
  id: 'zhou',
  name: '周敏',
  face: 'woman',
  estate: null,
  age: null,
  elderMode: false,
  roles: [],
  facts: [],
  actsFor: [],
  agents: [],
  phone: null,
  idNumber: null,
  hasWechat: false,
  deletionAt: null,
}

const session = (number: number): SessionReply => ({
  accessToken: `access-${number}`,
  refreshToken: `refresh-${number}`,
  expiresAt: '2026-11-23T04:00:00.000Z',
  person,
})

const refusal = (status: number, code: string, params = {}): { statusCode: number; data: unknown } => ({
  statusCode: status,
  data: { code, detail: '不行', params, requestId: 'r', status },
})

const ok = (data: unknown): { statusCode: number; data: unknown } => ({ statusCode: 200, data })
const isRefresh = (request: StandInRequest): boolean => request.url.endsWith('/auth/refresh')

beforeEach(() => storeSession(session(1)))

describe('a call', () => {
  it('fills the path, leaves out what is not given, and carries the token', async () => {
    serve(() => ok({}))
    await call('GET /canteen/sittings/:id', { params: { id: 'a/b' }, query: { forPersonId: undefined } })
    expect(requests[0]).toMatchObject({
      method: 'GET',
      url: '/api/v1/canteen/sittings/a%2Fb',
      header: { authorization: 'Bearer access-1' },
    })
  })

  it('says that there is no network when no answer came', async () => {
    serve(() => new Error('request:fail'))
    await expect(call('GET /me')).rejects.toMatchObject({ code: 'network', status: 0 })
  })

  it('waits for its twin that is still at work, with the same key', async () => {
    serve(() =>
      requests.length === 1 ? refusal(409, 'request.idempotency_in_flight', { retryAfterSeconds: 0 }) : ok({ id: 'o' }),
    )
    await call('POST /canteen/orders/:id/cancel', { params: { id: 'o' }, idempotencyKey: 'key-12345678' })
    expect(requests.map((request) => request.header['idempotency-key'])).toEqual(['key-12345678', 'key-12345678'])
  })

  it('knows nothing of what it asked for when its twin is at work for too long', async () => {
    serve(() => refusal(409, 'request.idempotency_in_flight', { retryAfterSeconds: 0 }))
    const cancel = call('POST /canteen/orders/:id/cancel', { params: { id: 'o' }, idempotencyKey: 'key-12345678' })
    await expect(cancel).rejects.toMatchObject({ code: 'network', detail: '服务器忙，等一下再试' })
  })
})

describe('an ended token', () => {
  const world = (request: StandInRequest): { statusCode: number; data: unknown } => {
    if (isRefresh(request)) return ok(session(2))
    return request.header.authorization === 'Bearer access-2' ? ok({ count: 1 }) : refusal(401, 'auth.expired')
  }

  it('is renewed once for all calls that met it together', async () => {
    serve(world)
    const replies = await Promise.all([
      call('GET /notices/unread'),
      call('GET /notices/unread'),
      call('GET /notices/unread'),
    ])
    expect(replies).toEqual([{ count: 1 }, { count: 1 }, { count: 1 }])
    expect(requests.filter(isRefresh)).toHaveLength(1)
    expect(currentSession()?.refreshToken).toBe('refresh-2')
  })

  it('ends the session when the server does not take the refresh token', async () => {
    serve((request) => (isRefresh(request) ? refusal(401, 'auth.refresh_reused') : refusal(401, 'auth.expired')))
    await expect(call('GET /me')).rejects.toMatchObject({ code: 'auth.refresh_reused' })
    expect(currentSession()).toBeNull()
  })

  it('keeps the session when the network fails during the renewal', async () => {
    serve((request) => (isRefresh(request) ? new Error('request:fail') : refusal(401, 'auth.expired')))
    await expect(call('GET /me')).rejects.toMatchObject({ code: 'network' })
    expect(currentSession()?.refreshToken).toBe('refresh-1')
  })
})

describe('a reply that was had before', () => {
  const shown = (): (string | undefined)[] => requests.map(({ header }) => header['if-none-match'])
  beforeEach(() => forgetReplies())

  it('is not sent again while nothing has changed, and is the very same', async () => {
    let tag = 'W/"1"'
    serve(({ header }) =>
      header['if-none-match'] === tag
        ? { statusCode: 304, data: null }
        : { statusCode: 200, data: { count: requests.length }, header: { ETag: tag } },
    )
    const first = await callAgain('GET /notices/unread')
    expect(await callAgain('GET /notices/unread')).toBe(first)
    tag = 'W/"2"'
    expect(await callAgain('GET /notices/unread')).toEqual({ count: 3 })
    expect(shown()).toEqual([undefined, 'W/"1"', 'W/"1"'])
  })

  it('is of its own address: another page is asked for anew', async () => {
    serve(() => ({ statusCode: 200, data: { items: [], nextCursor: null }, header: { etag: 'W/"1"' } }))
    await callAgain('GET /canteen/orders')
    await callAgain('GET /canteen/orders', { query: { cursor: 'next' } })
    expect(shown()).toEqual([undefined, undefined])
  })

  it('is forgotten with the person, and never asked for by a write', async () => {
    serve(() => ({ statusCode: 200, data: { count: 1 }, header: { etag: 'W/"1"' } }))
    await callAgain('GET /notices/unread')
    await call('POST /auth/sign-out')
    forgetReplies()
    await callAgain('GET /notices/unread')
    expect(shown()).toEqual([undefined, undefined, undefined])
  })

  it('is not kept at all when nobody said that it is asked for again', async () => {
    serve(() => ({ statusCode: 200, data: {}, header: { etag: 'W/"1"' } }))
    await call('GET /desk/people/:id', { params: { id: 'p' } })
    await callAgain('GET /desk/people/:id', { params: { id: 'p' } })
    await call('GET /desk/people/:id', { params: { id: 'p' } })
    expect(shown()).toEqual([undefined, undefined, undefined])
  })

  it('makes room for newer ones', async () => {
    serve(() => ({ statusCode: 200, data: {}, header: { etag: 'W/"1"' } }))
    for (let n = 0; n <= 60; n += 1) await callAgain('GET /canteen/orders/:id', { params: { id: `o${n}` } })
    serve(() => ({ statusCode: 200, data: {}, header: { etag: 'W/"1"' } }))
    await callAgain('GET /canteen/orders/:id', { params: { id: 'o0' } })
    await callAgain('GET /canteen/orders/:id', { params: { id: 'o60' } })
    expect(shown()).toEqual([undefined, 'W/"1"'])
  })
})
