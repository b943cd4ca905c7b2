import type { OrderView } from '@wanli/contracts/canteen'

import { Sitting } from '../../src/canteen/sitting.entity.js'
import { Offer } from '../../src/canteen/offer.entity.js'
import { MoneyWorker } from '../../src/wallet/money-worker.service.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { closing, setLunch, type Lunch } from '../support/lunch.js'

/** Shanghai times of the lunch of 2026-11-23. */
const at = (time: string): string => new Date(`2026-11-23T${time}:00.000+08:00`).toISOString()

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
})

const order = async (api: Api, change: Parameters<Lunch['body']>[0] = {}): Promise<OrderView> => {
  const answer = await api.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey: newKey() })
  expect([answer.status, answer.problem.code]).toEqual([201, undefined])
  return answer.reply
}
const refused = async (api: Api, change: Parameters<Lunch['body']>[0] = {}): Promise<string> =>
  refusalOf(await api.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey: newKey() }))
const balance = async (api: Api): Promise<number> => (await api.call('GET /wallet')).reply.balanceFen

describe('portions that are put aside for elders', () => {
  beforeEach(async () => {
    await app.dataSource.manager.update(
      Sitting,
      { id: lunch.sitting.id },
      {
        poolSteps: [
          { from: at('11:15'), keptPercent: 50 },
          { from: at('11:45'), keptPercent: 0 },
        ],
        freezeAt: new Date(at('12:00')),
        cutOffAt: new Date(at('12:30')),
      },
    )
  })

  it('are had by who is 60 and not by who is 59, until the clock gives them to everybody', async () => {
    const fish = await lunch.make.offer(lunch.sitting, { name: '清蒸鲈鱼', portions: 4, kept: 4 })
    const lines = [{ offerId: fish.id, quantity: 1 }]
    const young = lunch.api.as((await lunch.make.person()).id)
    const old = lunch.api.as((await lunch.make.elder(60)).id)
    const leftFor = async (api: Api): Promise<number | undefined> => {
      const { reply } = await api.call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id } })
      return reply.offers.find((offer) => offer.id === fish.id)?.left
    }
    expect([await leftFor(young), await leftFor(old)]).toEqual([0, 4])
    expect(await refused(young, { lines })).toBe('409 canteen.sold_out')
    await order(old, { lines })

    app.clock.set(at('11:15'))
    // Two are put aside now and an elder has had one of them, so two of the three left are anybody's.
    expect([await leftFor(young), await leftFor(old)]).toEqual([2, 3])
    await order(young, { lines })
    await order(young, { lines })
    expect(await refused(young, { lines })).toBe('409 canteen.sold_out')

    app.clock.set(at('11:45'))
    await order(young, { lines })
    expect(await refused(old, { lines })).toBe('409 canteen.sold_out')
    expect(await app.dataSource.manager.findOneByOrFail(Offer, { id: fish.id })).toMatchObject({
      soldHalves: 8,
      soldKeptHalves: 2,
    })
  })

  it('come back to the elders when an elder cancels', async () => {
    const fish = await lunch.make.offer(lunch.sitting, { portions: 1, kept: 1 })
    const lines = [{ offerId: fish.id, quantity: 1 }]
    const old = lunch.api.as((await lunch.make.elder(82)).id)
    const { id } = await order(old, { lines })
    await old.call('POST /canteen/orders/:id/cancel', { params: { id }, idempotencyKey: newKey() })
    expect(await refused(lunch.api.as((await lunch.make.person()).id), { lines })).toBe('409 canteen.sold_out')
    await order(lunch.api.as((await lunch.make.elder(82)).id), { lines })
  })

  it('are told on the menu with when they are everybody’s', async () => {
    await lunch.make.offer(lunch.sitting, { portions: 4, kept: 4 })
    const { reply } = await lunch.api
      .as((await lunch.make.person()).id)
      .call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id } })
    expect(reply.kept).toEqual({ percentNow: 100, nextAt: at('11:15'), openToAllAt: at('11:45') })
  })
})

describe('what somebody does not eat', () => {
  it('is refused until the kitchen is to leave it out, and the order says so', async () => {
    const tofu = await lunch.make.offer(lunch.sitting, { name: '麻婆豆腐', allergens: ['花生', '大豆'] })
    const api = lunch.api.as((await lunch.make.person()).id)
    const diet = { avoid: ['花生'], lowSalt: true, soft: false }
    expect((await api.call('PUT /canteen/diet', { body: diet, query: {} })).reply).toEqual(diet)
    const { reply } = await api.call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id } })
    expect(reply.offers.find((offer) => offer.id === tofu.id)?.clash).toEqual(['花生'])
    const lines = [{ offerId: tofu.id, quantity: 1 }]
    expect(await refused(api, { lines })).toBe('409 canteen.clash')
    expect((await order(api, { lines, leaveOut: true })).leaveOut).toEqual(['花生'])
  })

  it('is said of every dish at once, and cannot be left out of what is made of it', async () => {
    const shrimps = await lunch.make.offer(lunch.sitting, { name: '清炒虾仁', allergens: ['虾蟹', '蛋'] })
    const soup = await lunch.make.offer(lunch.sitting, { name: '荠菜汤', allergens: ['蛋'] })
    const api = lunch.api.as((await lunch.make.person()).id)
    await api.call('PUT /canteen/diet', { body: { avoid: ['虾蟹', '蛋'], lowSalt: false, soft: false }, query: {} })
    const lines = [shrimps, soup].map(({ id }) => ({ offerId: id, quantity: 1 }))
    for (const leaveOut of [false, true]) {
      const answer = await api.call('POST /canteen/orders', {
        body: lunch.body({ lines, leaveOut }),
        idempotencyKey: newKey(),
      })
      expect([answer.problem.code, answer.problem.detail, answer.problem.params['canLeaveOut']]).toEqual([
        'canteen.clash',
        '「清炒虾仁」里有虾蟹、蛋；「荠菜汤」里有蛋，用餐人不吃。「清炒虾仁」去不掉，请换一样',
        false,
      ])
    }
    expect((await order(api, { lines: lines.slice(1), leaveOut: true })).leaveOut).toEqual(['蛋'])
  })

  it('cannot be left out of a set meal that has a dish of it, and can where a dish is seasoned with it', async () => {
    const ingredients = ['清蒸鱼块', '番茄炒蛋', '清炒青菜', '米饭']
    const set = {
      name: '长者套餐（一荤一素一饭）',
      kind: '套餐' as const,
      ingredients,
      allergens: ['鱼', '蛋', '大豆'],
    }
    const lines = [{ offerId: (await lunch.make.offer(lunch.sitting, set)).id, quantity: 1 }]
    const api = lunch.api.as((await lunch.make.person()).id)
    const avoid = (what: string) =>
      api.call('PUT /canteen/diet', { body: { avoid: [what], lowSalt: false, soft: false }, query: {} })
    for (const what of ['鱼', '蛋']) {
      await avoid(what)
      expect(await refused(api, { lines, leaveOut: true })).toBe('409 canteen.clash')
    }
    await avoid('大豆')
    expect((await order(api, { lines, leaveOut: true })).leaveOut).toEqual(['大豆'])
  })

  it('is looked for in names and ingredients when somebody says it in words of their own', async () => {
    const offer = async (name: string, ...ingredients: string[]) =>
      [{ offerId: (await lunch.make.offer(lunch.sitting, { name, ingredients })).id, quantity: 1 }] as const
    const [stew, soup, greens] = [
      await offer('葱爆羊肉', '羊肉', '葱'),
      await offer('萝卜汤', '萝卜', '羊肉'),
      await offer('清炒青菜', '上海青', '蒜'),
    ]
    const api = lunch.api.as((await lunch.make.person()).id)
    await api.call('PUT /canteen/diet', { body: { avoid: ['羊肉'], lowSalt: false, soft: false }, query: {} })
    expect(await refused(api, { lines: [...stew], leaveOut: true })).toBe('409 canteen.clash')
    expect(await refused(api, { lines: [...soup] })).toBe('409 canteen.clash')
    expect((await order(api, { lines: [...soup], leaveOut: true })).leaveOut).toEqual(['羊肉'])
    expect((await order(api, { lines: [...greens] })).leaveOut).toEqual([])
  })

  it('is nobody else’s to change without a mandate', async () => {
    const stranger = await lunch.make.person()
    const api = lunch.api.as((await lunch.make.person()).id)
    const query = { forPersonId: stranger.id }
    const body = { avoid: [], lowSalt: false, soft: false }
    expect(refusalOf(await api.call('PUT /canteen/diet', { query, body }))).toBe('403 people.no_mandate')
    expect(refusalOf(await api.call('GET /canteen/diet', { query }))).toBe('403 people.no_mandate')
  })
})

describe('a meal that is ordered for somebody twice', () => {
  it('tells the second who has ordered already, and takes a wish for more', async () => {
    const mother = await lunch.make.elder(81)
    const daughter = await lunch.make.person({ name: '周敏' })
    const son = await lunch.make.person({ name: '周强' })
    for (const child of [daughter, son]) await lunch.make.mandate(child.id, mother.id)
    const first = await order(lunch.api.as(daughter.id), { forPersonId: mother.id })
    const answer = await lunch.api.as(son.id).call('POST /canteen/orders', {
      body: lunch.body({ forPersonId: mother.id }),
      idempotencyKey: newKey(),
    })
    expect(answer.problem).toMatchObject({
      code: 'canteen.already_ordered',
      params: { by: '周敏', number: first.pickupNumber },
    })
    await order(lunch.api.as(son.id), { forPersonId: mother.id, again: true })
  })

  it('tells whoever of eater and helper comes second, and lets the eater order another for themselves', async () => {
    const daughter = await lunch.make.person({ name: '周敏' })
    const [helped, quick] = [await lunch.make.elder(81), await lunch.make.elder(83)]
    for (const { id } of [helped, quick]) await lunch.make.mandate(daughter.id, id)
    await order(lunch.api.as(daughter.id), { forPersonId: helped.id })
    expect(await refused(lunch.api.as(helped.id))).toBe('409 canteen.already_ordered')
    await order(lunch.api.as(quick.id))
    await order(lunch.api.as(quick.id))
    expect(await refused(lunch.api.as(daughter.id), { forPersonId: quick.id })).toBe('409 canteen.already_ordered')
  })
})

describe('a sitting that is closed', () => {
  const close = (roles: Parameters<Api['as']>[1], id: string, reason?: string) =>
    lunch.api.as(id, roles).call('POST /menus/closings', closing(lunch.sitting, reason))

  it('refunds everybody, tells them why, and takes no more orders', async () => {
    const cook = await lunch.make.person()
    const eaters = [await lunch.make.person(), await lunch.make.elder(82)]
    for (const { id } of eaters) await order(lunch.api.as(id))
    const { reply } = await close([{ role: 'canteen_staff', scopeId: lunch.canteen.id }], cook.id)
    expect(reply).toEqual({ cancelled: 2, refundedFen: 2220 })
    for (const { id } of eaters) {
      expect(await balance(lunch.api.as(id))).toBe(10_000)
      const [news] = (await lunch.api.as(id).call('GET /notices')).reply.items
      expect(news).toMatchObject({ kind: 'order_cancelled', title: '今天午餐食堂不开了' })
      expect(news?.body).toContain('停电')
    }
    expect(await refused(lunch.api.as(eaters[0]!.id))).toBe('409 canteen.sitting_closed')
    const [brief] = (
      await lunch.api.as(cook.id).call('GET /canteen/sittings', { query: { canteenId: lunch.canteen.id } })
    ).reply.items
    expect(brief).toMatchObject({ closedReason: '停电', actions: [] })
  })

  it('is told on the day after with what the canteen said in its own words, and our own day put right', async () => {
    const eater = lunch.api.as((await lunch.make.person()).id)
    await order(eater)
    const cook = await lunch.make.person()
    await close([{ role: 'canteen_staff', scopeId: lunch.canteen.id }], cook.id, '今天停电，明天照常')
    app.clock.set('2026-11-24T02:00:00.000Z')
    const [news] = (await eater.call('GET /notices')).reply.items
    expect([news?.title, news?.body]).toEqual([
      '昨天午餐食堂不开了',
      '食堂说「今天停电，明天照常」。¥12.00 已经退回钱包',
    ])
  })

  it('whose closing a crash cut off is ended by the next round, also when its time is over by then', async () => {
    const eater = lunch.api.as((await lunch.make.person()).id)
    const { id } = await order(eater)
    const { manager } = app.dataSource
    await manager.update(Sitting, { id: lunch.sitting.id }, { closedAt: new Date(at('12:58')), closedReason: '停电' })
    app.clock.set(at('13:05'))
    const cook = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
    const count = { day: '2026-11-23', count: {}, note: '', expectedFen: 0 }
    await cook.call('POST /counter/day/close', { body: count, idempotencyKey: newKey() })
    await app.nest.get(MoneyWorker).work()
    expect((await eater.call('GET /canteen/orders/:id', { params: { id } })).reply.status).toBe('cancelled_by_canteen')
    expect(await balance(eater)).toBe(10_000)
  })

  it('is closed by its own canteen only, and once', async () => {
    const staff = await lunch.make.person()
    expect(refusalOf(await close([], staff.id))).toBe('403 auth.forbidden')
    const other = await lunch.make.canteen('别家食堂')
    // The same meal of another canteen is another meal.
    expect((await close([{ role: 'canteen_staff', scopeId: other.id }], staff.id)).status).toBe(200)
    const call = closing(lunch.sitting)
    const here = { ...call, body: { ...call.body, canteenId: lunch.canteen.id } }
    const stranger = lunch.api.as(staff.id, [{ role: 'canteen_staff', scopeId: other.id }])
    expect(refusalOf(await stranger.call('POST /menus/closings', here))).toBe('404 canteen.not_found')
    expect(
      (await lunch.api.as(staff.id).call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id }, query: {} }))
        .reply.closedReason,
    ).toBeNull()
    const cook = await lunch.make.person()
    const own = [{ role: 'canteen_staff' as const, scopeId: lunch.canteen.id }]
    expect((await close(own, cook.id)).status).toBe(200)
    expect(refusalOf(await close(own, cook.id))).toBe('409 menus.meal_closed')
  })
})
