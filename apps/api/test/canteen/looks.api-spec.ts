import type { SittingView } from '@wanli/contracts/canteen'

import { Offer } from '../../src/canteen/offer.entity.js'
import { Transactions } from '../../src/database/transactions.js'
import { Mandate } from '../../src/people/mandate.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { openKitchen } from '../support/kitchen.js'
import { closing, setLunch, type Lunch } from '../support/lunch.js'
import { statementsOf } from '../support/statements.js'
import { until } from '../support/until.js'

let app: TestApp
let lunch: Lunch
let elderId: string
let elder: Api

beforeAll(async () => {
  app = await startApp({ DATABASE_POOL: '2' })
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  elderId = (await lunch.make.elder(82, { name: '王秀珍' })).id
  elder = lunch.api.as(elderId)
})

const look = (api: Api, forPersonId?: string) =>
  api.call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id }, query: forPersonId ? { forPersonId } : {} })

/** Somebody whose session is there already, so that a call of theirs is nothing but the call. */
const signedIn = async (api: Api): Promise<Api> => api.with(await api.token())

const order = async (api: Api, change = {}) =>
  ok(await api.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey: newKey() }))

/**
 * Runs all of these at one moment: none is answered before every one has come, since two transactions hold both connections of a
 * server's pool, or one after the other SQLite's only one.
 */
async function together<Result>(calls: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  let come = 0
  const server = app.nest.getHttpServer()
  const count = (): number => (come += 1)
  server.on('request', count)
  const everybody = new Promise<void>((resolve, reject) => {
    until(() => come === calls.length, 'everybody has asked').then(resolve, reject)
  })
  const held = [1, 2].map(() =>
    app.nest.get(Transactions).run(async (tx) => {
      // A transaction takes its connection with the first thing it says.
      await tx.query('SELECT 1')
      await everybody
    }),
  )
  const answers = await Promise.all(calls.map((call) => call()))
  server.off('request', count)
  await Promise.all(held)
  return answers
}

describe('the cost of a look', () => {
  it('asks the database as often for thirty dishes as for three', async () => {
    const reader = await signedIn(elder)
    await look(reader)
    const few = await statementsOf(app, () => look(reader))
    for (let n = 0; n < 28; n += 1) await lunch.make.offer(lunch.sitting, { name: `菜${n}` })
    let offers = 0
    const many = await statementsOf(app, async () => (offers = (await look(reader)).reply.offers.length))
    expect([offers, many]).toEqual([30, few])
    // Whose session it is, and eleven tables; on a server the eleven are one packet.
    expect(many).toBeLessThanOrEqual(12)
  })

  it('is shared by all who look at the same moment', async () => {
    const readers = await Promise.all(
      [...Array(40).keys()].map(async (n) => signedIn(lunch.api.as((await lunch.make.elder(50 + n)).id))),
    )
    const alone = await statementsOf(app, () => look(readers[0]!))
    let answers: Awaited<ReturnType<typeof look>>[] = []
    const all = await statementsOf(app, async () => {
      answers = await together(readers.map((reader) => () => look(reader)))
    })
    expect(answers.map(({ status }) => status)).toEqual(readers.map(() => 200))
    // Who came first is looked up alone, all others together; the transactions that made them wait are six statements.
    expect(all).toBeLessThanOrEqual(2 * alone + 6)
  })
})

describe('looks at the same moment', () => {
  /** People of many ages, diets and rights, and one who looks for another. */
  async function people(): Promise<(() => Promise<SittingView>)[]> {
    const looks: (() => Promise<SittingView>)[] = []
    const add = async (api: Api, forPersonId?: string): Promise<void> => {
      const reader = await signedIn(api)
      looks.push(async () => ok(await look(reader, forPersonId)))
    }
    for (const [n, age] of [20, 59, 60, 64, 65, 69, 70, 79, 80, 90, 91, 101].entries()) {
      const { id } = await lunch.make.elder(age, { name: `第${n}位` })
      const reader = lunch.api.as(id)
      const avoid = [['大豆'], [], ['花生', '大豆']][n % 3]!
      ok(await reader.call('PUT /canteen/diet', { query: {}, body: { avoid, lowSalt: false, soft: false } }))
      if (n % 4 === 0) ok(await reader.call('PUT /canteen/sittings/:id/wait', { params: { id: lunch.sitting.id } }))
      const daughter = await lunch.make.person({ name: `第${n}位的女儿`, birthDay: '1981-05-01' })
      await lunch.make.mandate(daughter.id, id)
      await add(reader)
      await add(lunch.api.as(daughter.id))
      await add(lunch.api.as(daughter.id), id)
    }
    return looks
  }

  it('show each reader what they see alone, and nobody another’s price', async () => {
    await lunch.make.offer(lunch.sitting, { name: '留给长者的鱼', portions: 10, kept: 6, allergens: ['鱼'] })
    const looks = await people()
    const alone: SittingView[] = []
    for (const one of looks) alone.push(await one())
    expect(new Set(alone.map(({ basis }) => basis.percent)).size).toBeGreaterThan(2)
    // A daughter sees for her mother what her mother sees, but for the three who wait.
    expect(new Set(alone.map((view) => JSON.stringify(view))).size).toBe(12 + 12 + 3)
    expect(await together(looks)).toEqual(alone)
  })

  it('refuse only whoever may not look', async () => {
    const stranger = await signedIn(lunch.api.as((await lunch.make.person()).id))
    const reader = await signedIn(elder)
    const nowhere = () =>
      reader.call('GET /canteen/sittings/:id', { params: { id: lunch.canteen.id }, query: {} }).then(refusalOf)
    const answers = await together<unknown>([
      () => look(reader).then(({ status }) => status),
      () => look(stranger, elderId).then(refusalOf),
      nowhere,
      () => look(stranger).then(({ status }) => status),
    ])
    expect(answers).toEqual([200, '403 people.no_mandate', '404 canteen.sitting_not_found', 200])
  })
})

describe('the answer', () => {
  it('is the same however it is packed', async () => {
    const url = `${app.url}/api/v1/canteen/sittings/${lunch.sitting.id}`
    const ask = async (encoding: string) => {
      const headers = { Authorization: `Bearer ${await elder.token()}`, 'Accept-Encoding': encoding }
      const answer = await fetch(url, { headers })
      const { headers: given } = answer
      return { packed: given.get('content-encoding'), vary: given.get('vary'), text: await answer.text() }
    }
    const plain = await ask('identity')
    expect(JSON.parse(plain.text)).toEqual((await look(elder)).reply)
    expect([plain.packed, plain.vary]).toEqual([null, 'accept-encoding'])
    expect(await ask('gzip;q=0, identity')).toEqual(plain)
    expect(await ask('gzip, deflate, br')).toEqual({ ...plain, packed: 'gzip' })
    expect((await ask('br')).text).toBe(plain.text)
  })
})

describe('who looks again', () => {
  let tag: string | null
  const again = () => look(elder.showing(tag))
  beforeEach(async () => {
    tag = (await look(elder)).headers.get('etag')
  })

  it('is told that nothing has changed, without the answer', async () => {
    const answer = await again()
    expect([answer.status, answer.reply]).toEqual([304, undefined])
    expect(answer.headers.get('etag')).toBe(tag)
    // No cache on the way or on the device keeps what is somebody's own.
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await look(elder.showing(`"another", ${tag}`))).status).toBe(304)
    expect((await look(elder.showing('W/"another"'))).status).toBe(200)
  })

  it('sees at once that somebody else has ordered', async () => {
    await order(lunch.api.as((await lunch.make.person()).id))
    const { status, reply } = await again()
    expect([status, reply.offers[0]?.left, reply.slots[0]?.left]).toEqual([200, 29, 999])
  })

  it('sees at once that the canteen does not serve it', async () => {
    const { cook } = await openKitchen(app, lunch)
    ok(await cook.call('POST /menus/closings', closing(lunch.sitting, '今天停水')))
    expect((await again()).reply).toMatchObject({ closedReason: '今天停水', actions: [] })
  })

  it('sees at once that a dish costs something else, or is gone', async () => {
    const change = (set: Partial<Offer>) =>
      app.nest.get(Transactions).run((tx) => tx.update(Offer, { id: lunch.meat.id }, set))
    await change({ listFen: 1400 })
    const { reply, headers } = await again()
    expect(reply.offers[0]).toMatchObject({ listFen: 1400, myFen: 1190 })
    await change({ withdrawnAt: app.clock.now() })
    expect((await look(elder.showing(headers.get('etag')))).reply.offers.map(({ dish }) => dish.name)).toEqual([
      '白米饭',
    ])
  })

  it('sees at once what they do not eat any more, and that they wait', async () => {
    const params = { id: lunch.sitting.id }
    ok(await elder.call('PUT /canteen/diet', { query: {}, body: { avoid: ['大豆'], lowSalt: false, soft: false } }))
    const { reply, headers } = await again()
    expect(reply.offers[0]?.clash).toEqual(['大豆'])
    tag = headers.get('etag')
    ok(await elder.call('PUT /canteen/sittings/:id/wait', { params }))
    expect((await again()).reply.waitingAhead).toBe(0)
  })

  it('sees at once that time has passed: a step, a slot, the end of orders', async () => {
    app.clock.set('2026-11-23T03:29:59.999Z')
    expect((await again()).status).toBe(304)
    app.clock.set('2026-11-23T03:30:00.000Z')
    const { status, reply, headers } = await again()
    expect([status, reply.actions]).toEqual([200, []])
    tag = headers.get('etag')
    app.clock.set('2026-11-23T03:50:00.000Z')
    expect((await again()).reply.slots[0]?.left).toBe(0)
  })

  it('is refused once the mandate has ended, and pays the price of who eats', async () => {
    const daughterId = (await lunch.make.person({ birthDay: '1981-05-01' })).id
    await lunch.make.mandate(daughterId, elderId)
    const daughter = lunch.api.as(daughterId)
    const first = await look(daughter, elderId)
    expect(first.reply.offers[0]?.myFen).toBe(1020)
    const shown = daughter.showing(first.headers.get('etag'))
    expect((await look(shown, elderId)).status).toBe(304)
    expect((await look(shown)).reply.offers[0]?.myFen).toBe(1200)
    await app.nest
      .get(Transactions)
      .run((tx) => tx.update(Mandate, { agentId: daughterId }, { status: 'revoked', livePair: null }))
    expect(refusalOf(await look(shown, elderId))).toBe('403 people.no_mandate')
  })

  it('is never told so by a tag of another person', async () => {
    const other = lunch.api.as((await lunch.make.elder(82, { name: '李秀珍' })).id)
    const { status, reply } = await look(other.showing(tag))
    expect([status, reply.basis.eater?.name]).toEqual([200, '李秀珍'])
  })
})

describe('every other answer', () => {
  it('has a tag too: what has not changed is not sent again', async () => {
    const { cook } = await openKitchen(app, lunch)
    await order(elder)
    const same = async (api: Api, ask: (api: Api) => Promise<{ status: number; headers: Headers }>) => {
      const first = await ask(api)
      return [first.status, (await ask(api.showing(first.headers.get('etag')))).status]
    }
    expect(await same(elder, (api) => api.call('GET /canteen/orders'))).toEqual([200, 304])
    expect(await same(elder, (api) => api.call('GET /notices'))).toEqual([200, 304])
    expect(await same(elder, (api) => api.call('GET /notices/unread'))).toEqual([200, 304])
    expect(await same(cook, (api) => api.call('GET /canteen/pickups/board'))).toEqual([200, 304])
    const { headers } = await elder.call('GET /canteen/orders')
    await order(elder, { again: true })
    expect((await elder.showing(headers.get('etag')).call('GET /canteen/orders')).reply.items).toHaveLength(2)
  })

  it('is answered in full when it is a write or a refusal', async () => {
    const refused = await elder.showing('*').call('GET /canteen/orders/:id', { params: { id: lunch.sitting.id } })
    expect([refusalOf(refused), refused.headers.get('etag')]).toEqual(['404 canteen.order_not_found', null])
    const quote = { sittingId: lunch.sitting.id, lines: lunch.body().lines, mode: 'dine_in' as const }
    const { status, headers } = await elder.call('POST /canteen/quotes', { body: quote })
    expect([status, headers.get('etag')]).toEqual([200, null])
  })
})
