import { instantOf } from '@wanli/kernel/shanghai-time'

import { Notice } from '../../src/notices/notice.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok, setFamily, type Family } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let family: Family
let id: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  family = await setFamily(app, lunch)
})

/** The daughter orders her mother's lunch; then her mandate ends. */
async function orderAndEnd(payer: 'agent' | 'principal'): Promise<void> {
  const mandateId = await family.byAsking({ payer })
  id = ok(await family.orderForMother()).id
  ok(await family.mother.call('POST /mandates/:id/revoke', { params: { id: mandateId } }))
}

const act = (api: Api, verb: 'cancel' | 'offer' | 'withdraw') =>
  api.call(`POST /canteen/orders/:id/${verb}`, { params: { id }, idempotencyKey: newKey() })
const look = async (api: Api) => ok(await api.call('GET /canteen/orders/:id', { params: { id } }))
const listed = async (api: Api, query: { open?: 'true' } = {}) =>
  ok(await api.call('GET /canteen/orders', { query })).items.map((order) => order.id)
const balance = async (api: Api) => ok(await api.call('GET /wallet')).balanceFen
const titles = async (personId: string) =>
  (await app.dataSource.manager.findBy(Notice, { personId })).map(({ title }) => title)
const cook = async (): Promise<Api> =>
  lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])

describe('who ordered for somebody, whose money paid, and whose mandate has ended', () => {
  beforeEach(() => orderAndEnd('principal'))

  it('sees that they ordered it, and no more of it', async () => {
    expect(await look(family.daughter)).toMatchObject({
      id,
      lapsed: true,
      pickupCode: null,
      address: null,
      actions: [],
    })
    expect(await listed(family.daughter)).toEqual([id])
    expect(await listed(family.daughter, { open: 'true' })).toEqual([])
  })

  it('calls nothing off, gives nothing up and takes nothing back', async () => {
    expect(refusalOf(await act(family.daughter, 'cancel'))).toBe('403 people.no_mandate')
    app.clock.set(instantOf('2026-11-23', '10:40').toISOString())
    expect(refusalOf(await act(family.daughter, 'offer'))).toBe('403 people.no_mandate')
    ok(await act(family.mother, 'offer'))
    expect(refusalOf(await act(family.daughter, 'withdraw'))).toBe('403 people.no_mandate')
  })

  it('is told nothing of what becomes of it, and rates no dish', async () => {
    app.clock.set(instantOf('2026-11-23', '11:05').toISOString())
    const { pickupCode } = await look(family.mother)
    const handing = { body: { code: pickupCode ?? '' }, idempotencyKey: newKey() }
    ok(await (await cook()).call('POST /canteen/pickups', handing))
    expect(await titles(family.motherId)).toContain('今天午餐取走了')
    expect(await titles(family.daughterId)).not.toContain('王秀珍的今天午餐取走了')
    const [line] = (await look(family.daughter)).lines
    const body = { orderId: id, reviews: [{ lineId: line?.id ?? '', stars: 5, tags: [] }] }
    const review = await family.daughter.call('POST /menus/reviews', { body, idempotencyKey: newKey() })
    expect(refusalOf(review)).toBe('403 people.no_mandate')
  })

  it('leaves all of it to who eats it', async () => {
    expect(await look(family.mother)).toMatchObject({ lapsed: false, actions: ['cancel', 'reorder'] })
    ok(await act(family.mother, 'cancel'))
  })
})

describe('who paid for somebody whose mandate has ended', () => {
  beforeEach(() => orderAndEnd('agent'))

  it('takes their money back until the kitchen counts, and who eats it is told', async () => {
    expect(await look(family.daughter)).toMatchObject({ lapsed: true, pickupCode: null, actions: ['cancel'] })
    // It is not their meal to fetch any more: it stands among what they ordered, and not on their home page.
    expect(await listed(family.daughter)).toEqual([id])
    expect(await listed(family.daughter, { open: 'true' })).toEqual([])
    ok(await act(family.daughter, 'cancel'))
    expect(await balance(family.daughter)).toBe(30_000)
    expect(await titles(family.motherId)).toContain('今天午餐退掉了')
  })

  it('takes nothing from the table after that', async () => {
    app.clock.set(instantOf('2026-11-23', '10:40').toISOString())
    expect((await look(family.daughter)).actions).toEqual([])
    expect(refusalOf(await act(family.daughter, 'offer'))).toBe('403 people.no_mandate')
  })
})

it('is all theirs again with another mandate', async () => {
  await orderAndEnd('principal')
  await family.byAsking()
  expect(await look(family.daughter)).toMatchObject({ lapsed: false, actions: ['cancel', 'reorder'] })
  expect(await listed(family.daughter, { open: 'true' })).toEqual([id])
})
