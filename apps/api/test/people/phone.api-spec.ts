import { Contact } from '../../src/people/contact.entity.js'
import { Person } from '../../src/people/person.entity.js'
import { PhoneCode } from '../../src/people/phone-code.entity.js'
import { SealingService } from '../../src/privacy/sealing.service.js'
import { Api, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'

let app: TestApp
let api: Api
let phone: string
let numbers = 0

beforeAll(async () => {
  app = await startApp({ DEMO: '1' })
  api = new Api(app)
})
afterAll(() => app.close())
beforeEach(() => {
  app.clock.set('2026-11-23T02:00:00.000Z')
  // Each test has a number of its own: the pause between two codes is counted by number.
  numbers += 1
  phone = `139${String(numbers).padStart(8, '0')}`
})

const codeFor = async (number = phone): Promise<string> =>
  ok(await api.call('POST /auth/phone/codes', { body: { phone: number } })).demoCode ?? ''
/** The row that sending another code leaves; sending itself has to wait for a real minute. */
const laterCode = async (): Promise<string> => {
  const sealing = app.nest.get(SealingService)
  const phoneBlind = sealing.blind('phone', phone)
  const expiresAt = new Date(app.clock.now().getTime() + 60_000)
  const row = { codeHash: sealing.blind(`phone code ${phone}`, '246810'), tries: 0, expiresAt, usedAt: null }
  await app.dataSource.manager.update(PhoneCode, { phoneBlind }, row)
  return '246810'
}
const signIn = (code: string, number = phone) => api.call('POST /auth/phone', { body: { phone: number, code } })
const wrong = (code: string): string => (code === '000000' ? '000001' : '000000')
const people = (): Promise<number> => app.dataSource.manager.count(Person)

describe('signing in by phone', () => {
  it('makes an account for somebody new, and finds the same person the next time', async () => {
    const before = await people()
    const first = ok(await signIn(await codeFor()))
    expect(first.person).toMatchObject({ name: '新邻居', roles: [{ role: 'resident' }], hasWechat: false })
    expect(first.person.phone).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
    expect(ok(await api.with(first.accessToken).call('GET /wallet')).balanceFen).toBe(0)
    app.clock.set('2026-11-24T02:00:00.000Z')
    expect(ok(await signIn(await laterCode())).person.id).toBe(first.person.id)
    const contact = await app.dataSource.manager.findOneByOrFail(Contact, { personId: first.person.id })
    expect(JSON.stringify(contact)).not.toContain(phone)
    expect(await people()).toBe(before + 1)
  })

  it('finds the person whom a desk or the demo knows by that number', async () => {
    const session = ok(await signIn(await codeFor('13800000181'), '13800000181'))
    expect(session.person.name).toBe('王秀珍')
  })

  it('makes one person of five first sign-ins at the same time', async () => {
    const before = await people()
    const code = await codeFor()
    const answers = await Promise.all([...Array(5).keys()].map(() => signIn(code)))
    // The code works once; whoever got in is one person.
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 200).map(refusalOf))).toEqual(
      new Set(['401 auth.phone_code_wrong']),
    )
    expect(await people()).toBe(before + 1)
  })

  it('takes a code once, for five minutes, for that number only', async () => {
    const code = await codeFor()
    expect(refusalOf(await signIn(code, '13911111111'))).toBe('401 auth.phone_code_wrong')
    app.clock.set('2026-11-23T02:04:59.000Z')
    ok(await signIn(code))
    expect(refusalOf(await signIn(code))).toBe('401 auth.phone_code_wrong')
    numbers += 1
    phone = `139${String(numbers).padStart(8, '0')}`
    const late = await codeFor()
    app.clock.set('2026-11-23T02:10:00.000Z')
    expect(refusalOf(await signIn(late))).toBe('401 auth.phone_code_wrong')
  })

  it('cannot be guessed: after five wrong codes the right one is none', async () => {
    const code = await codeFor()
    for (let n = 0; n < 5; n += 1) expect(refusalOf(await signIn(wrong(code)))).toBe('401 auth.phone_code_wrong')
    expect(refusalOf(await signIn(code))).toBe('401 auth.phone_code_wrong')
  })

  it('cannot be guessed by twenty tries at the same time either', async () => {
    const code = await codeFor()
    await Promise.all([...Array(20).keys()].map(() => signIn(wrong(code))))
    expect((await app.dataSource.manager.find(PhoneCode)).map(({ tries }) => tries)).toContain(5)
    expect(refusalOf(await signIn(code))).toBe('401 auth.phone_code_wrong')
  })

  it('sends one code a minute, and says when the next may be asked for', async () => {
    expect(ok(await api.call('POST /auth/phone/codes', { body: { phone } }))).toMatchObject({
      sent: true,
      retryAfterSeconds: 60,
    })
    const soon = await api.call('POST /auth/phone/codes', { body: { phone } })
    expect(refusalOf(soon)).toBe('429 auth.phone_code_too_soon')
    expect(Number(soon.headers.get('retry-after'))).toBeGreaterThan(50)
  })

  it('takes mainland mobile numbers and six digits, nothing else', async () => {
    for (const number of ['12800000000', '1380000018', '+8613800000181', '138 0000 0181'])
      expect(refusalOf(await api.call('POST /auth/phone/codes', { body: { phone: number } }))).toBe(
        '422 request.invalid',
      )
    for (const code of ['12345', '1234567', 'abcdef']) expect(refusalOf(await signIn(code))).toBe('422 request.invalid')
  })

  it('shows the code to nobody outside the demo, and keeps neither number nor code readable', async () => {
    const real = await startApp()
    try {
      const { reply } = await new Api(real).call('POST /auth/phone/codes', { body: { phone } })
      expect(reply).toEqual({ sent: true, retryAfterSeconds: 60, demoCode: null })
    } finally {
      await real.close()
    }
    const code = await codeFor()
    const rows = JSON.stringify(await app.dataSource.manager.find(PhoneCode))
    expect([rows.includes(phone), new RegExp(`\\b${code}\\b`).test(rows)]).toEqual([false, false])
  })
})

describe("a phone number from WeChat's button", () => {
  const bind = (token: string, code: string) => api.with(token).call('POST /me/phone/wechat', { body: { code } })
  const fromWechat = async (device: string) => ok(await api.call('POST /auth/wechat', { body: { code: device } }))

  it('belongs to the account afterwards, and is refused when it is another’s', async () => {
    const mine = await fromWechat('device-one.1')
    expect(ok(await bind(mine.accessToken, `${phone}.a`)).phone).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
    const other = await fromWechat('device-two.1')
    expect(refusalOf(await bind(other.accessToken, `${phone}.b`))).toBe('409 people.phone_taken')
    expect(refusalOf(await bind(other.accessToken, 'nonsense'))).toBe('401 auth.wechat_refused')
    // The same person signs in by a code sent to it.
    expect(ok(await signIn(await codeFor())).person.id).toBe(mine.person.id)
  })
})
