import { Person } from '../../src/people/person.entity.js'
import { Api, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'

let app: TestApp
let api: Api

beforeAll(async () => {
  app = await startApp({ DEMO: '1' })
  api = new Api(app)
})
afterAll(() => app.close())
beforeEach(() => app.clock.set('2026-11-23T02:00:00.000Z'))

const signIn = async (persona = 'zhang-ayi') => (await api.call('POST /auth/demo', { body: { persona } })).reply

describe('signing in to the demo', () => {
  it('offers sixteen people, tells about each in Chinese, and lets one in', async () => {
    const { reply } = await api.call('GET /auth/personas')
    expect(reply.items).toHaveLength(16)
    expect(reply.items.every((item) => /[\u4e00-\u9fff]/.test(item.about))).toBe(true)
    const session = await signIn()
    expect(session.person).toMatchObject({ name: '张阿姨', age: 68, elderMode: false, roles: [{ role: 'resident' }] })
    expect(session.expiresAt).toBe('2026-11-23T02:15:00.000Z')
    const me = await api.with(session.accessToken).call('GET /me')
    expect(me.reply).toEqual(session.person)
  })

  it('shows a helper whom they act for', async () => {
    const { person } = await signIn('zhou-min')
    expect(
      person.actsFor.map((mandate) => [mandate.relation, mandate.person.name, mandate.age, mandate.scopes]),
    ).toEqual([
      ['妈妈', '王秀珍', 81, ['meals', 'repairs', 'bookings']],
      ['邻居', '沈德龙', 77, ['meals']],
    ])
  })

  it('limits the cook to one canteen', async () => {
    const { person } = await signIn('cook')
    expect(person.roles).toMatchObject([{ role: 'canteen_staff', scopeName: '香泉社区食堂' }])
  })

  it('refuses an unknown persona, and every persona outside the demo', async () => {
    expect(refusalOf(await api.call('POST /auth/demo', { body: { persona: 'nobody' } }))).toBe(
      '404 auth.persona_unknown',
    )
    const real = await startApp()
    try {
      expect(refusalOf(await new Api(real).call('POST /auth/demo', { body: { persona: 'cook' } }))).toBe(
        '404 request.not_found',
      )
      expect(refusalOf(await new Api(real).call('GET /auth/personas'))).toBe('404 request.not_found')
    } finally {
      await real.close()
    }
  })
})

describe('signing in with WeChat', () => {
  const signInWith = (code: string) => api.call('POST /auth/wechat', { body: { code } })

  it('makes one person of one device, with an empty wallet', async () => {
    const first = await signInWith('phone-a.1')
    const second = await signInWith('phone-a.2')
    expect(second.reply.person.id).toBe(first.reply.person.id)
    expect(first.reply.person).toMatchObject({ name: '新邻居', roles: [{ role: 'resident' }], facts: [] })
    expect((await api.with(first.reply.accessToken).call('GET /wallet')).reply.balanceFen).toBe(0)
  })

  it('makes one person of ten first sign-ins at once', async () => {
    const answers = await Promise.all([...Array(10).keys()].map((index) => signInWith(`phone-b.${index}`)))
    expect(new Set(answers.map((answer) => answer.reply.person.id)).size).toBe(1)
  })

  it('refuses a code that is not valid and one that was used', async () => {
    expect(refusalOf(await signInWith('bad'))).toBe('401 auth.wechat_refused')
    await signInWith('phone-c.1')
    expect(refusalOf(await signInWith('phone-c.1'))).toBe('401 auth.wechat_refused')
  })

  it('says so when WeChat cannot be reached', async () => {
    const cut = await startApp({ DEMO: '1', WECHAT_APP_ID: 'wx0', WECHAT_API_BASE: 'http://127.0.0.1:9' })
    try {
      expect(refusalOf(await new Api(cut).call('POST /auth/wechat', { body: { code: 'x' } }))).toBe(
        '503 auth.wechat_unreachable',
      )
    } finally {
      await cut.close()
    }
  })
})

describe('a refresh token', () => {
  const refresh = (refreshToken: string) => api.call('POST /auth/refresh', { body: { refreshToken } })

  it('is exchanged for new tokens of the same person', async () => {
    const session = await signIn()
    const { status, reply } = await refresh(session.refreshToken)
    expect([status, reply.person.id]).toEqual([200, session.person.id])
    expect(reply.refreshToken).not.toBe(session.refreshToken)
  })

  it('is exchanged by many phones behind one address, where few may sign in', async () => {
    const strict = await startApp({ DEMO: '1', RATE_SIGN_IN: '1' })
    try {
      const door = new Api(strict)
      const body = { persona: 'zhang-ayi' }
      const { refreshToken } = (await door.call('POST /auth/demo', { body })).reply
      expect(refusalOf(await door.call('POST /auth/demo', { body }))).toBe('429 request.too_many')
      const first = await door.call('POST /auth/refresh', { body: { refreshToken } })
      const second = await door.call('POST /auth/refresh', { body: { refreshToken: first.reply.refreshToken } })
      expect([first.status, second.status]).toEqual([200, 200])
    } finally {
      await strict.close()
    }
  })

  it('may be sent again within a minute, for the phone that lost the reply', async () => {
    const session = await signIn()
    await refresh(session.refreshToken)
    app.clock.set('2026-11-23T02:00:59.000Z')
    expect((await refresh(session.refreshToken)).status).toBe(200)
  })

  it('closes the whole session when it comes back later, since somebody may have stolen it', async () => {
    const session = await signIn()
    const next = (await refresh(session.refreshToken)).reply
    app.clock.set('2026-11-23T02:01:01.000Z')
    expect(refusalOf(await refresh(session.refreshToken))).toBe('401 auth.refresh_reused')
    expect(refusalOf(await refresh(next.refreshToken))).toBe('401 auth.refresh_invalid')
  })

  it('ends after thirty days, for staff after half a day, and is no use when made up', async () => {
    const resident = await signIn()
    const cook = await signIn('cook')
    app.clock.set('2026-11-23T14:00:01.000Z')
    expect((await refresh(resident.refreshToken)).status).toBe(200)
    expect(refusalOf(await refresh(cook.refreshToken))).toBe('401 auth.refresh_invalid')
    expect(refusalOf(await refresh('x.y'))).toBe('401 auth.refresh_invalid')
  })
})

describe('sessions', () => {
  it('are listed with their device, the current one first, and can be closed by their owner only', async () => {
    const other = await signIn('li-jing')
    const here = await signIn('li-jing')
    const holder = api.with(here.accessToken)
    const { reply } = await holder.call('GET /auth/sessions')
    expect(reply.items.map((item) => item.current)).toEqual([true, false])
    const id = reply.items[1]!.id
    const stranger = api.with((await signIn('xiao-ma')).accessToken)
    expect(refusalOf(await stranger.call('POST /auth/sessions/:id/revoke', { params: { id } }))).toBe(
      '404 people.session_not_found',
    )
    expect((await holder.call('POST /auth/sessions/:id/revoke', { params: { id } })).reply).toEqual({ revoked: true })
    expect(refusalOf(await api.call('POST /auth/refresh', { body: { refreshToken: other.refreshToken } }))).toBe(
      '401 auth.refresh_invalid',
    )
  })

  it('end with signing out', async () => {
    const session = await signIn()
    expect((await api.with(session.accessToken).call('POST /auth/sign-out')).reply).toEqual({ signedOut: true })
    expect(refusalOf(await api.call('POST /auth/refresh', { body: { refreshToken: session.refreshToken } }))).toBe(
      '401 auth.refresh_invalid',
    )
  })
})

describe('a name', () => {
  const rename = async (name: string) =>
    api.with((await signIn('employer')).accessToken).raw('PATCH /me', { body: { name } })

  it.each(['王㐂', '𠮷野家', '古丽·买买提', '  李  四 '])('may be %s', async (name) => {
    const { status, reply } = await rename(name)
    expect([status, reply.name]).toEqual([200, name.trim().replace(/\s+/g, ' ')])
    expect((await app.dataSource.manager.findOneByOrFail(Person, { id: reply.id })).name).toBe(reply.name)
  })

  it.each(['张三😀', '🍜', '国旗🇨🇳', '\u0007铃', '   '])('may not be %j', async (name) => {
    expect(refusalOf(await rename(name))).toBe('422 people.name_not_allowed')
  })

  it('is refused when longer than forty characters', async () => {
    expect(refusalOf(await rename('长'.repeat(41)))).toBe('422 request.invalid')
  })
})

it('remembers the elder mode, and changes only what is sent', async () => {
  const holder = api.with((await signIn('officer')).accessToken)
  expect((await holder.call('PATCH /me', { body: { elderMode: true } })).reply).toMatchObject({
    name: '林悦',
    elderMode: true,
  })
  expect((await holder.call('GET /me')).reply.elderMode).toBe(true)
})
