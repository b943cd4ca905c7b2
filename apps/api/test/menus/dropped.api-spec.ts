import type { OrderView } from '@wanli/contracts/canteen'

import { Offer } from '../../src/canteen/offer.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { newKey, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

import { cookOf, draft, onMenu, publish, THIS_MONDAY, weekOf } from './kitchen-table.js'

let app: TestApp
let lunch: Lunch
let cook: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  cook = await cookOf(lunch)
})

const order = async (api: Api): Promise<OrderView> => {
  const answer = await api.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
  expect([answer.status, answer.problem.code]).toEqual([201, undefined])
  return answer.reply
}
const balance = async (api: Api): Promise<number> => (await api.call('GET /wallet')).reply.balanceFen

describe('a dish that people have ordered and that is taken off', () => {
  /** Today's lunch without the meat, as a draft. */
  const takeOff = async (): Promise<void> => {
    const rice = onMenu(lunch.rice.dishId, { portions: 200, listFen: 100, halfFen: null })
    expect((await draft(cook, THIS_MONDAY, [{ day: THIS_MONDAY, meal: 'lunch', dishes: [rice] }])).status).toBe(200)
  }
  const changesOf = async () =>
    (await cook.call('GET /menus/weeks/:monday/changes', { params: { monday: THIS_MONDAY }, query: {} })).reply
  const publishWith = async (dropOrders: string[]) =>
    cook.call('POST /menus/weeks/:monday/publish', {
      params: { monday: THIS_MONDAY },
      body: { revision: (await weekOf(cook, THIS_MONDAY)).revision, dropOrders },
      idempotencyKey: newKey(),
    })
  const NOT_TOUCHED = { withdrawnAt: null, capacityHalves: 60 }

  it('is refused until the cook has seen which orders lose it', async () => {
    const { id, pickupNumber } = await order(lunch.api.as((await lunch.make.person()).id))
    await takeOff()
    const { changes, dropped } = await changesOf()
    expect(changes).toMatchObject([{ kind: 'dish_removed', dishName: '红烧狮子头', orders: 1 }])
    const named = { orderId: id, pickupNumber, day: THIS_MONDAY, meal: 'lunch', dishIds: [lunch.meat.dishId] }
    expect(dropped).toEqual([named])
    const refused = await publish(cook, THIS_MONDAY)
    expect([refused.status, refused.problem.code]).toEqual([409, 'menus.drop_ordered'])
    expect(refused.problem.detail).toBe(
      '撤掉「红烧狮子头」，还有 1 单没看过的要退：周一午餐 A001。现在一单也没动，请看过再发布',
    )
    expect(await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.meat.id })).toMatchObject(NOT_TOUCHED)
  })

  it('is not taken from who ordered after the cook looked: the refusal names them, and nobody loses anything', async () => {
    const first = await order(lunch.api.as((await lunch.make.person()).id))
    await takeOff()
    const shown = (await changesOf()).dropped.map(({ orderId }) => orderId)
    const late = lunch.api.as((await lunch.make.person()).id)
    const second = await order(late)
    const refused = await publishWith(shown)
    expect(refused.problem).toMatchObject({
      code: 'menus.drop_ordered',
      params: { dishes: '「红烧狮子头」', orders: 1, numbers: `周一午餐 ${second.pickupNumber}` },
    })
    expect(await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.meat.id })).toMatchObject(NOT_TOUCHED)
    expect(await balance(late)).toBe(10_000 - second.payFen)
    expect(await app.dataSource.manager.countBy(Notice, { kind: 'menu_changed' })).toBe(0)
    // Having seen both: one that was cancelled meanwhile is nothing to be asked about.
    await late.call('POST /canteen/orders/:id/cancel', { params: { id: second.id }, idempotencyKey: newKey() })
    expect((await publishWith([first.id, second.id])).reply.refundedOrders).toBe(1)
  })
})
