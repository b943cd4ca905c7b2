import type { CallerRole } from '../../src/common/auth/caller.js'
import { Contact } from '../../src/people/contact.entity.js'
import { Declaration } from '../../src/people/declaration.entity.js'
import { Fact } from '../../src/people/fact.entity.js'
import { Api, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { startWechat, type TestWechat } from '../support/wechat.js'

let wechat: TestWechat
let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  wechat = await startWechat()
  app = await startApp(wechat.env)
})
afterAll(async () => {
  await app.close()
  await wechat.close()
})
beforeEach(async () => {
  await wechat.reset()
  lunch = await setLunch(app)
})

/** Signed in beforehand, so that what it sends at once arrives at once. */
async function signedIn(id: string, roles: CallerRole[] = []): Promise<Api> {
  const api = new Api(app).as(id, roles)
  return api.with(await api.token())
}

/** Not every time ten come they meet: five times they do. */
async function neighbours(): Promise<{ id: string; api: Api }[]> {
  const people: { id: string; api: Api }[] = []
  for (let n = 0; n < 5; n += 1) {
    const { id } = await lunch.make.person()
    people.push({ id, api: await signedIn(id) })
  }
  return people
}

const ten = <Result>(work: (n: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all([...Array(10).keys()].map(work))
const statuses = (answers: { status: number }[]): number[] => [...new Set(answers.map(({ status }) => status))]

it('keeps one word about oneself when ten first ones come at the same time', async () => {
  const params = { kind: 'residence' as const }
  for (const { id, api } of await neighbours()) {
    const values = [...Array(10).keys()].map((n) => `普陀区第${n}居民区`)
    const answers = await ten((n) => api.call('PUT /me/facts/:kind', { params, body: { value: values[n]! } }))
    expect(statuses(answers)).toEqual([200])
    const kept = await app.dataSource.manager.findBy(Declaration, { personId: id })
    expect(kept).toHaveLength(1)
    expect(values).toContain(kept[0]?.value)
  }
})

it('keeps one verified fact when ten clerks check the same paper at the same time', async () => {
  const clerks = await ten(async () => signedIn((await lunch.make.person()).id, [{ role: 'clerk', scopeId: '' }]))
  const body = { value: '普陀', evidence: 'residence_permit' as const, validUntil: null }
  for (const { id } of await neighbours()) {
    const params = { id, kind: 'residence' as const }
    const answers = await ten((n) => clerks[n]!.call('PUT /desk/people/:id/facts/:kind', { params, body }))
    expect(statuses(answers)).toEqual([200])
    expect(await app.dataSource.manager.countBy(Fact, { personId: id, kind: 'residence' })).toBe(1)
  }
})

it('a double tap on the phone button does not say that the number is somebody else’s', async () => {
  for (const [index, { id, api }] of (await neighbours()).entries()) {
    const phone = `1390000032${index}`
    const answers = await ten((n) => api.call('POST /me/phone/wechat', { body: { code: `${phone}.tap${n}` } }))
    expect(statuses(answers)).toEqual([200])
    expect(await app.dataSource.manager.countBy(Contact, { personId: id })).toBe(1)
  }
})

it('gives a number that ten people bring at the same time to one of them', async () => {
  const people = await ten(async () => signedIn((await lunch.make.person()).id))
  const answers = await ten((n) => people[n]!.call('POST /me/phone/wechat', { body: { code: `13900000181.${n}` } }))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.filter(({ status }) => status !== 200).map(refusalOf))).toEqual(
    new Set(['409 people.phone_taken']),
  )
  expect(await app.dataSource.manager.countBy(Contact, { kind: 'phone' })).toBe(1)
})
