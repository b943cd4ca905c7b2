/*
 * Whatever is sent, nobody is told that something went wrong here: every member of every request of the contract, one after another, is
 * something that no app of ours would send.
 */
import type { Role } from '@wanli/contracts/people'

import { newKey, type Api } from './support/api.js'
import { startApp, type TestApp } from './support/app.js'
import { setDelivery } from './support/delivery.js'
import { setLunch } from './support/lunch.js'
import { richPerson, SHEN, staffOf, WANG } from './support/rich-person.js'

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
}
interface Operation {
  parameters: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: { 'application/json'?: { schema: Schema } } }
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const ROLES: Role[] = ['admin', 'officer', 'clerk', 'canteen_staff', 'courier', 'resident']
/** Ends one's own session, or runs until somebody leaves: asked for on its own. */
const APART = new Set(['POST /auth/sign-out', 'GET /live', 'POST /me/deletion'])

const HOSTILE: unknown[] = [
  null,
  true,
  -0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  [],
  [[]],
  [null],
  Array(5_000).fill('x'),
  {},
  { $gt: '' },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":1}}'),
  '',
  ' ',
  '\u0000',
  `a\u0000b`,
  '\ud800',
  '\udfff\ud800',
  '𠮷野家𰻞𰻞',
  '👩‍👩‍👧‍👦',
  '\u202e倒着\u202c',
  '\u200b\ufeff',
  "' OR 1=1 -- ",
  '%_\\',
  '${7*7}{{7*7}}',
  'x'.repeat(40),
  '龘'.repeat(300),
  '𠮷'.repeat(4_000),
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '2026-11-23T02:00:00.000Z',
  '01a00000-0000-7000-8000-000000000000',
  '01A00000-0000-7000-8000-000000000000 ',
  '-1',
  '1e9',
  'NaN',
]
/** What a careless reader takes for a number. */
const READS_AS_NUMBER = new Set(['', ' ', '-1', '1e9', 'NaN', '\u0000'])
const HOSTILE_IDS = [
  'x',
  '中',
  '%00',
  'a'.repeat(99),
  '..',
  "'",
  '01a00000-0000-7000-8000-000000000000',
  '-0',
  '\u202e',
  '𠮷',
]

let app: TestApp
let document: Document
let known: Record<string, string>
let all: Api
let token: string

beforeAll(async () => {
  app = await startApp()
  document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as Document
  const lunch = await setLunch(app)
  const staff = await staffOf(lunch)
  const wang = await richPerson(app, lunch, staff, WANG)
  const shen = await richPerson(app, lunch, staff, SHEN)
  const delivery = await setDelivery(app, lunch)
  const addressId = await delivery.address(wang.id)
  const roles = ROLES.map((role) => ({
    role,
    scopeId: role === 'canteen_staff' || role === 'courier' ? lunch.canteen.id : '',
  }))
  all = lunch.api.as(wang.id, roles)
  known = {
    sittings: lunch.sitting.id,
    orders: wang.orderId,
    stops: wang.orderId,
    dishes: lunch.meat.dishId,
    people: shen.id,
    mandates: wang.mandateId,
    notices: wang.noticeId,
    uploads: wang.uploadId,
    addresses: addressId,
    standing: (await delivery.standing(wang.id, addressId)).id,
    canteenId: lunch.canteen.id,
    sittingId: lunch.sitting.id,
    offerId: lunch.meat.id,
    dishId: lunch.meat.dishId,
    slotId: lunch.slot.id,
    addressId,
    estateId: delivery.near.id,
    personId: shen.id,
    forPersonId: shen.id,
    principalId: shen.id,
    agentId: wang.relativeId,
    orderId: wang.orderId,
    phone: '13800000999',
    day: '2026-11-24',
    monday: '2026-11-30',
    month: '2026-11',
    meal: 'lunch',
    kind: 'hukou',
    document: 'privacy',
    code: 'A001',
    q: '13800000999',
  }
  token = (await all.token()) ?? ''
})
afterAll(() => app.close())

/** Something that the schema takes, made of what is there where a member's name says what it is. */
function sample(schema: Schema, name = ''): unknown {
  if (schema.$ref !== undefined)
    return sample(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.anyOf !== undefined) return sample(schema.anyOf[0] ?? {}, name)
  const [type] = [schema.type].flat()
  if (type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, one]) => [key, sample(one, key)]))
  if (type === 'array') return [sample(schema.items ?? {}, name)]
  if (type === 'number' || type === 'integer') return 1
  if (type === 'boolean') return true
  return known[name] ?? '一'
}

/**
 * The body with each of its members, however deep, in turn replaced. A text in place of what is no text is refused whatever it says, unless
 * it reads as a number: there the others would only be the same refusal again, a quarter of all requests.
 */
function* spoilt(body: unknown, by: readonly unknown[]): Generator {
  const isText = typeof body === 'string'
  for (const value of by) if (isText || typeof value !== 'string' || READS_AS_NUMBER.has(value)) yield value
  if (typeof body !== 'object' || body === null) return
  for (const [key, member] of Object.entries(body))
    for (const one of spoilt(member, by)) yield Array.isArray(body) ? [one] : { ...body, [key]: one }
}

const faults: string[] = []
let asked = 0

async function ask(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<void> {
  asked += 1
  const response = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Idempotency-Key': newKey(),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  const isProblem = response.status < 400 || text.includes('"code":')
  // Neither a fault nor an answer that is no problem of ours; that WeChat cannot be reached is said as it is.
  if (text.includes('"code":"internal"') || !isProblem)
    faults.push(`${response.status} ${method} ${path.slice(0, 120)} ${(body ?? '').slice(0, 400)} ${text.slice(0, 80)}`)
}

/** What a request of JSON is to hold; undefined when there is none. */
const schemaOf = ({ requestBody }: Operation): Schema | undefined => requestBody?.content['application/json']?.schema

const operations = (): [string, string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]): [string, string, Operation] => [
      method.toUpperCase(),
      path.replace('/api/v1', ''),
      one,
    ]),
  )
const nameOf = (method: string, path: string): string => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`
/** The address with what is there in place of its parameters. */
const there = (path: string): string =>
  path.replace(/\/(\w+)(\/[^{]*)?\/\{(\w+)\}/g, (_, part: string, rest = '', name: string) => {
    const id = name === 'id' ? known[part] : known[name]
    return `/${part}${rest}/${encodeURIComponent(id ?? '01a00000-0000-7000-8000-000000000000')}`
  })

describe('nothing that is sent is a fault of ours', () => {
  it('in a body', async () => {
    for (const [method, path, operation] of operations()) {
      const schema = schemaOf(operation)
      if (APART.has(nameOf(method, path)) || schema === undefined) continue
      const body = sample(schema)
      for (const one of spoilt(body, HOSTILE)) await ask(method, there(path), JSON.stringify(one))
    }
    expect([...new Set(faults.splice(0))]).toEqual([])
    expect(asked).toBeGreaterThan(5_000)
  }, 900_000)

  it('in an address', async () => {
    for (const [method, path, operation] of operations()) {
      const schema = schemaOf(operation)
      if (APART.has(nameOf(method, path)) || !path.includes('{')) continue
      const body = schema && JSON.stringify(sample(schema))
      for (const id of HOSTILE_IDS) await ask(method, path.replace(/\{\w+\}/g, encodeURIComponent(id)), body)
    }
    expect([...new Set(faults.splice(0))]).toEqual([])
  }, 300_000)

  it('in a question', async () => {
    const words = HOSTILE.filter((value) => typeof value === 'string').map((text) =>
      encodeURIComponent(Buffer.from(text).toString()),
    )
    for (const [method, path, { parameters }] of operations()) {
      if (APART.has(nameOf(method, path)) || method !== 'GET') continue
      const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name)
      const given = names.map((name) => `${name}=${encodeURIComponent(known[name] ?? '1')}`)
      for (const name of [...names, 'cursor', 'unknown'])
        for (const word of [...words.filter((one) => one.length < 4_000), '%zz', '%00', '%F0%90'])
          await ask(
            method,
            `${there(path)}?${[...given.filter((one) => !one.startsWith(`${name}=`)), `${name}=${word}`].join('&')}`,
          )
      for (const name of names) await ask(method, `${there(path)}?${name}=1&${name}=2&${name}[]=3&${name}[a]=4`)
    }
    expect([...new Set(faults.splice(0))]).toEqual([])
  }, 300_000)

  it('in a header, or by another type', async () => {
    for (const [method, path, operation] of operations()) {
      const schema = schemaOf(operation)
      if (APART.has(nameOf(method, path))) continue
      const body = schema && JSON.stringify(sample(schema))
      for (const type of [
        'text/plain',
        'application/xml',
        'application/json; charset=utf-16',
        'multipart/form-data',
        'x',
      ])
        if (body !== undefined) await ask(method, there(path), body, { 'Content-Type': type })
      for (const text of ['', '{', '[]', 'null', '1', '"x"', '{"a":1,"a":2}', '\ufeff{}', '{"__proto__":1}'])
        if (method !== 'GET') await ask(method, there(path), text)
      await ask(method, there(path), body, {
        'If-None-Match': '*, W/"',
        'Accept-Encoding': 'br;q=x',
        Range: 'bytes=0-',
      })
      await ask(method, there(path), body, { 'Last-Event-ID': '-1', 'User-Agent': 'x'.repeat(4_000), Cookie: 'a=b' })
    }
    expect([...new Set(faults.splice(0))]).toEqual([])
  }, 300_000)

  it('leaves what everybody stands on as it was', () => {
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
