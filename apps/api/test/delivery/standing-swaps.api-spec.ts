import type { StandingDayView, StandingView } from '@wanli/contracts/standing'

import { Offer } from '../../src/canteen/offer.entity.js'
import { Order } from '../../src/canteen/order.entity.js'
import { Transactions } from '../../src/database/transactions.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery, termsOf, whole, type Delivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

/** Monday, the day of the lunch that is laid. */
const MONDAY = '2026-11-23'

let app: TestApp
let lunch: Lunch
let delivery: Delivery
let elderId: string
let addressId: string
let elder: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  delivery = await setDelivery(app, lunch)
  elderId = (await lunch.make.elder(82, { name: '陈桂珍' })).id
  elder = lunch.api.as(elderId)
  addressId = await delivery.address(elderId)
})

const dayOf = (view: StandingView | undefined): StandingDayView | undefined =>
  view?.days.find(({ day }) => day === MONDAY)
const monday = async (api: Api = elder) => dayOf(ok(await api.call('GET /delivery/standing')).items[0])
const orders = () => app.dataSource.manager.find(Order, { order: { createdAt: 'ASC' } })
const live = async () => (await orders()).filter(({ status }) => status === 'paid')
const balance = async (api: Api = elder) => (await api.call('GET /wallet')).reply.balanceFen
const titles = async (personId: string) =>
  (await app.dataSource.manager.find(Notice, { where: { personId }, order: { createdAt: 'ASC', id: 'ASC' } })).map(
    ({ title }) => title,
  )
const named = (...dishNames: string[]): StandingView['wishes'] =>
  dishNames.map((name) => ({ dishNames: [name], kind: null, portion: 'whole', quantity: 1 }))
const swap = (id: string, wishes: StandingView['wishes'], api: Api = elder) =>
  api.raw('PUT /delivery/standing/:id/days/:day', { params: { id, day: MONDAY }, body: { skip: false, wishes } })
/** Says that so many portions of a dish are left. */
const leave = (offer: Offer, portions: number) =>
  app.nest.get(Transactions).run(async (tx) => {
    const { soldHalves } = await tx.findOneByOrFail(Offer, { id: offer.id })
    await tx.update(Offer, { id: offer.id }, { capacityHalves: soldHalves + 2 * portions })
  })
const leftOf = async ({ id }: Offer): Promise<number> => {
  const { capacityHalves, soldHalves } = await app.dataSource.manager.findOneByOrFail(Offer, { id })
  return (capacityHalves - soldHalves) / 2
}

describe('a meal that is ordered, when something else on its day cannot be had', () => {
  /** Expects that nothing moved and nothing was told. */
  const stays = async (id: string, act: () => Promise<unknown>): Promise<void> => {
    const before = [await orders(), await balance(), await titles(elderId), await leftOf(lunch.meat), await monday()]
    await act()
    const after = [await orders(), await balance(), await titles(elderId), await leftOf(lunch.meat), await monday()]
    expect(after).toEqual(before)
    expect(await monday()).toMatchObject({ status: 'ordered', changed: false, dishes: [whole('红烧狮子头')] })
    expect(ok(await swap(id, named('白米饭')))).toMatchObject({ id })
  }

  it('stays when the dish is not on the menu', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    await stays(id, async () => {
      const answer = await swap(id, named('佛跳墙'))
      expect(refusalOf(answer)).toBe('409 delivery.swap_refused')
      expect(answer.problem.detail).toBe('菜单上没有合适的菜，换不了。原来订好的还会送')
    })
  })

  it('stays when one of its dishes has just sold out: half a meal is not what was chosen', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    const fish = await lunch.make.offer(lunch.sitting, { name: '清蒸鲈鱼', listFen: 1500 })
    await leave(fish, 0)
    await stays(id, async () => {
      const answer = await swap(id, named('清蒸鲈鱼', '白米饭'))
      expect(answer.problem.detail).toBe('清蒸鲈鱼现在订不到，换不了。原来订好的还会送')
    })
  })

  it('stays when there is not enough money, and the wallet of a helper is told to nobody else', async () => {
    const daughterId = (await lunch.make.person({ name: '周敏', balanceFen: 1100 })).id
    await lunch.make.mandate(daughterId, elderId)
    const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId }
    const setUp = { body, idempotencyKey: newKey() }
    const { id } = ok(await lunch.api.as(daughterId).call('POST /delivery/standing', setUp))
    await lunch.make.offer(lunch.sitting, { name: '佛跳墙', listFen: 8800 })
    await stays(id, async () => {
      const answer = await swap(id, named('佛跳墙'))
      expect(answer.problem.detail).toBe('周敏的钱包里的钱不够付 ¥74.80，换不了。原来订好的还会送')
    })
  })

  it('stays when who pays may not order any more', async () => {
    const daughterId = (await lunch.make.person({ name: '周敏' })).id
    await lunch.make.mandate(daughterId, elderId)
    const body = { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId }
    const setUp = { body, idempotencyKey: newKey() }
    const { id } = ok(await lunch.api.as(daughterId).call('POST /delivery/standing', setUp))
    const { agents } = ok(await elder.call('GET /mandates'))
    await elder.call('POST /mandates/:id/revoke', { params: { id: agents[0]?.id ?? '' } })
    const answer = await swap(id, named('白米饭'))
    expect(answer.problem.detail).toBe('周敏不再代办，不会自动订了，换不了。原来订好的还会送')
    expect(await monday()).toMatchObject({ status: 'ordered', dishes: [whole('红烧狮子头')] })
  })

  it('stays when what always comes cannot be had any more', async () => {
    const { id } = await delivery.standing(elderId, addressId, { wishes: named('红烧狮子头') })
    ok(await swap(id, named('白米饭')))
    await leave(lunch.meat, 0)
    const params = { id, day: MONDAY }
    expect(refusalOf(await elder.call('DELETE /delivery/standing/:id/days/:day', { params }))).toBe(
      '409 delivery.swap_refused',
    )
    expect(await monday()).toMatchObject({ status: 'ordered', changed: true, dishes: [whole('白米饭')] })
    expect(await live()).toHaveLength(1)
  })
})

describe('something else on a day that is ordered', () => {
  it('needs no portion and no money beside those of the meal it replaces', async () => {
    const { id: poorId } = await lunch.make.elder(82, { balanceFen: 1020 })
    const { id } = await delivery.standing(poorId, await delivery.address(poorId))
    await leave(lunch.meat, 0)
    const poor = lunch.api.as(poorId)
    expect(await balance(poor)).toBe(0)
    const half = named('红烧狮子头').map((wish) => ({ ...wish, portion: 'half' as const }))
    const small = { ...whole('红烧狮子头'), portion: 'half' }
    expect(dayOf(ok(await swap(id, half, poor)))).toMatchObject({ status: 'ordered', dishes: [small] })
    expect([await balance(poor), await leftOf(lunch.meat)]).toEqual([1020 - 595, 0.5])
    expect(dayOf(ok(await swap(id, named('红烧狮子头'), poor)))).toMatchObject({ status: 'ordered' })
    expect([await balance(poor), await leftOf(lunch.meat)]).toEqual([0, 0])
    expect(await live()).toHaveLength(1)
  })

  it('gets what somebody else ordered to be paid and did not pay in time', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    const fish = await lunch.make.offer(lunch.sitting, { name: '清蒸鲈鱼', listFen: 1500, portions: 1 })
    const other = lunch.api.as((await lunch.make.elder(70)).id)
    const body = lunch.body({ lines: [{ offerId: fish.id, quantity: 1 }], payBy: 'counter' })
    expect((await other.call('POST /canteen/orders', { body, idempotencyKey: newKey() })).status).toBe(201)
    expect(refusalOf(await swap(id, named('清蒸鲈鱼')))).toBe('409 delivery.swap_refused')
    app.clock.set('2026-11-23T02:11:00.000Z')
    expect(dayOf(ok(await swap(id, named('清蒸鲈鱼'))))).toMatchObject({
      status: 'ordered',
      dishes: [whole('清蒸鲈鱼')],
    })
  })

  it('takes the place of its own meal, and not of one that somebody ordered beside it', async () => {
    const { id } = await delivery.standing(elderId, addressId)
    const daughterId = (await lunch.make.person({ name: '周敏' })).id
    await lunch.make.mandate(daughterId, elderId)
    const body = lunch.body({ forPersonId: elderId, again: true })
    const beside = ok(await lunch.api.as(daughterId).call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
    expect(dayOf(ok(await swap(id, named('白米饭'))))).toMatchObject({ status: 'ordered', dishes: [whole('白米饭')] })
    expect((await live()).map((one) => one.id).sort()).toEqual([beside.id, (await monday())?.orderId].sort())
  })
})
