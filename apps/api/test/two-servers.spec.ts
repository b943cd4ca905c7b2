import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { Api, refusalOf } from './support/api.js'
import { startApp, type TestApp } from './support/app.js'
import { setLunch, type Lunch } from './support/lunch.js'

/** Two servers share a database only where a server keeps it; a SQLite file has one, which must hold the same promises. */
const shared = process.env['TEST_DATABASE_URL'] !== undefined && process.env['TEST_DATABASE_URL'] !== ''

let first: TestApp
let second: TestApp
let lunch: Lunch

beforeAll(async () => {
  first = await startApp({ RATE_PERSON: '20', RATE_SIGN_IN: '6' })
  second = shared ? await startApp({ RATE_PERSON: '20', RATE_SIGN_IN: '6' }, first.database) : first
})
afterAll(async () => {
  if (shared) await second.close()
  await first.close()
})
beforeEach(async () => {
  lunch = await setLunch(first)
})

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
      refusalOf(await new Api(app).call('POST /auth/refresh', { body: { refreshToken: 'nothing.at-all' } }))
    const answers: string[] = []
    for (let n = 0; n < 8; n += 1) answers.push(await attempt(n % 2 === 0 ? first : second))
    expect(answers.filter((answer) => answer === '401 auth.refresh_invalid')).toHaveLength(6)
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
})
