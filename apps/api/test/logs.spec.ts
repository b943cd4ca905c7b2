import { Logger } from '@nestjs/common'
import { QueryFailedError } from 'typeorm'

import { loadEnv } from '../src/config/env.js'
import { loggerOptions } from '../src/http/logging.js'
import { OutboxWorker } from '../src/notices/outbox-worker.js'
import { Contact } from '../src/people/contact.entity.js'
import { Person } from '../src/people/person.entity.js'
import { Api, newKey, refusalOf } from './support/api.js'
import { startApp, type TestApp } from './support/app.js'
import { DAUGHTER, MOTHER, ok, setFamily, TERMS, type Family } from './support/family.js'
import { setLunch, type Lunch } from './support/lunch.js'
import { photo, sendPicture } from './support/pictures.js'

const env = loadEnv({}, { DEMO: '1', TOKEN_SECRET: 'x'.repeat(32), DATABASE_URL: 'mysql://nowhere/db' })
const serializers = (loggerOptions(env) as { serializers: Record<'req' | 'err', (value: object) => unknown> })
  .serializers

it('logs a request by method and path, never by what is asked', () => {
  const request = {
    method: 'GET',
    url: '/api/v1/canteen/pickups?code=VLfSL35ZOv',
    headers: { authorization: 'Bearer secret' },
  }
  expect(serializers.req(request)).toEqual({ method: 'GET', path: '/api/v1/canteen/pickups' })
})

it('logs a database error by its code, never by the values it speaks of', () => {
  const cause = Object.assign(new Error("Duplicate entry '王秀珍-13800000000' for key"), { code: 'ER_DUP_ENTRY' })
  const line = JSON.stringify(serializers.err(new QueryFailedError('INSERT …', ['王秀珍', '13800000000'], cause)))
  expect(line).toContain('ER_DUP_ENTRY')
  expect(line).not.toMatch(/王秀珍|138000|INSERT/)
})

/** What a journey leaves to look for: texts that may stand in no line. */
class Secrets {
  readonly texts = new Set<string>()

  add(...texts: (string | null | undefined)[]): void {
    for (const text of texts) if (text !== null && text !== undefined && text !== '') this.texts.add(text)
  }

  /** Those found in a line; a code of six digits only where it is not part of a longer number. */
  in(line: string): string[] {
    return [...this.texts].filter((text) =>
      /^\d{6}$/.test(text) ? new RegExp(`(?<!\\d)${text}(?!\\d)`).test(line) : line.includes(text),
    )
  }
}

const NOTE = '门铃坏了，敲三下，七街坊 12 号 403 室'

async function signInByPhone(api: Api, secrets: Secrets): Promise<void> {
  const phone = '13912345678'
  const { demoCode } = ok(await api.call('POST /auth/phone/codes', { body: { phone } }))
  secrets.add(phone, demoCode, '139****5678')
  const code = demoCode ?? ''
  await api.call('POST /auth/phone', { body: { phone, code: code === '000000' ? '000001' : '000000' } })
  const session = ok(await api.call('POST /auth/phone', { body: { phone, code } }))
  secrets.add(session.accessToken, session.refreshToken, session.refreshToken.split('.')[1])
  const next = ok(await api.call('POST /auth/refresh', { body: { refreshToken: session.refreshToken } }))
  secrets.add(next.accessToken, next.refreshToken)
  const fromWechat = ok(await api.call('POST /auth/wechat', { body: { code: 'secret-login-code.1' } }))
  secrets.add('secret-login-code', fromWechat.accessToken)
  const bound = api.with(fromWechat.accessToken)
  await bound.call('POST /me/phone/wechat', { body: { code: `${phone}.secret` } })
  await bound.call('POST /me/phone/wechat', { body: { code: '13955556666.secret' } })
  await bound.call('PATCH /me', { body: { name: '欧阳秘密' } })
  secrets.add('13955556666', '欧阳秘密')
}

async function orderForMother(family: Family, lunch: Lunch, secrets: Secrets): Promise<void> {
  const { code } = ok(await family.mother.call('POST /mandates/codes', { body: TERMS, idempotencyKey: newKey() }))
  secrets.add(code, NOTE)
  const redeem = { body: { code, relation: '秘密妈妈' }, idempotencyKey: newKey() }
  ok(await family.daughter.call('POST /mandates/redeem', redeem))
  await family.daughter.call('POST /mandates/redeem', { ...redeem, idempotencyKey: newKey() })
  secrets.add('秘密妈妈')
  const body = lunch.body({ forPersonId: family.motherId, note: NOTE })
  const order = ok(await family.daughter.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
  const { pickupCode } = ok(await family.mother.call('GET /canteen/orders/:id', { params: { id: order.id } }))
  secrets.add(pickupCode)
  expect(refusalOf(await family.orderForMother(20))).toBe('409 mandates.cap_reached')
}

async function workAtDesk(family: Family, secrets: Secrets): Promise<void> {
  const { clerk, motherId } = family
  for (const q of [MOTHER.phone, MOTHER.card, '王 0181', MOTHER.idNumber])
    await clerk.call('GET /desk/people', { query: { q } })
  const params = { id: motherId }
  ok(await clerk.call('GET /desk/people/:id', { params }))
  ok(await clerk.call('POST /desk/people/:id/reveal', { params, body: { field: 'id_number', reason: '秘密原因' } }))
  const idNumber = '11010519491231002X'
  const body = { name: '慕容秘密', face: 'man' as const, phone: MOTHER.phone, idNumber, consentPaper: '秘密纸' }
  expect(refusalOf(await clerk.call('POST /desk/people', { body, idempotencyKey: newKey() }))).toBe(
    '409 desk.phone_taken',
  )
  secrets.add('秘密原因', '慕容秘密', '秘密纸', idNumber)
}

async function sendPictures(app: TestApp, family: Family, secrets: Secrets): Promise<void> {
  const { reply } = await sendPicture(app, family.mother, await photo())
  const link = new URL(reply.url, app.url)
  secrets.add(link.searchParams.get('signature'))
  expect((await fetch(link)).status).toBe(200)
  await fetch(`${app.url}/api/v1/uploads/${reply.id}/picture?until=1&signature=forged-secret`)
  secrets.add('forged-secret')
  await sendPicture(app, family.mother, '秘密文件')
  secrets.add('秘密文件')
}

/** What goes wrong: nonsense in bodies, in paths' queries, in the database. */
async function goWrong(app: TestApp, family: Family, secrets: Secrets): Promise<void> {
  await family.mother.raw('PATCH /me', { body: '{"name": "秘密坏JSON' })
  await family.mother.raw('PATCH /me', { body: { name: '秘密'.repeat(50), phone: '13977778888' } })
  await fetch(`${app.url}/api/v1/nothing?phone=13966667777`, { headers: { Authorization: 'Bearer secret-token' } })
  secrets.add('秘密坏JSON', '秘密秘密', '13966667777', '13977778888', 'secret-token')
  const broken = { sealed: Buffer.from(`broken ${MOTHER.phone}`).toString('base64') }
  await app.dataSource.manager.update(Contact, { personId: family.motherId, kind: 'phone' }, broken)
  const params = { id: family.motherId }
  const reveal = await family.clerk.call('POST /desk/people/:id/reveal', {
    params,
    body: { field: 'phone', reason: '秘密' },
  })
  expect(refusalOf(reveal)).toBe('500 internal')
  const cause = Object.assign(new Error("Duplicate entry '诸葛秘密' for key"), { code: 'ER_DUP_ENTRY' })
  new Logger('Worker').error(new QueryFailedError('INSERT …', ['诸葛秘密'], cause))
  secrets.add('诸葛秘密')
}

it('tells of a whole journey, mishaps included, without a name, number, address, token or code in any line', async () => {
  const lines: string[] = []
  const logTo = { write: (line: string) => void lines.push(line) }
  const app = await startApp({ DEMO: '1', LOG_LEVEL: 'debug' }, undefined, logTo)
  try {
    const lunch = await setLunch(app)
    const family = await setFamily(app, lunch)
    const secrets = new Secrets()
    secrets.add(MOTHER.name, MOTHER.phone, MOTHER.idNumber, MOTHER.card, DAUGHTER.name, DAUGHTER.phone, '许阿姨')
    secrets.add('王*珍', '138****0181', await family.mother.token(), await family.clerk.token())
    await signInByPhone(lunch.api, secrets)
    await orderForMother(family, lunch, secrets)
    await workAtDesk(family, secrets)
    await sendPictures(app, family, secrets)
    await app.dataSource.manager.update(Person, { id: family.motherId }, { elderMode: true })
    app.clock.set('2026-11-23T02:00:05.000Z')
    await app.nest.get(OutboxWorker, { strict: false }).work()
    await family.mother.call('GET /live/changes')
    ok(await family.daughter.call('GET /me/export'))
    await goWrong(app, family, secrets)
    expect(secrets.texts.size).toBeGreaterThan(35)
    const told = lines.map((line) => JSON.parse(line) as { msg?: string; req?: { path: string }; err?: object })
    expect(told.filter(({ req }) => req !== undefined).length).toBeGreaterThan(30)
    expect(told.filter(({ err }) => err !== undefined).length).toBeGreaterThanOrEqual(2)
    expect(told.some(({ msg }) => msg?.includes('would be sent'))).toBe(true)
    expect(lines.flatMap((line) => secrets.in(line).map((text) => `${text} in ${line}`))).toEqual([])
  } finally {
    await app.close()
  }
})
