import type { SlipView } from '@wanli/contracts/counter'

import { Order } from '../../src/canteen/order.entity.js'
import { Housekeeping } from '../../src/common/housekeeping.service.js'
import { newKey, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { findEverywhere } from '../support/tables.js'

const COOK = '孙大勺'

let app: TestApp
let lunch: Lunch
let cookId: string
let cook: Api
let elderId: string
let elder: Api
let slip: SlipView

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  cookId = (await lunch.make.person({ name: COOK, balanceFen: 0 })).id
  cook = lunch.api.as(cookId, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
  elderId = (await lunch.make.elder(82, { name: '陈秀珍' })).id
  elder = lunch.api.as(elderId)
  const tofu = await lunch.make.offer(lunch.sitting, { name: '麻婆豆腐', allergens: ['花生'] })
  const diet = { avoid: ['花生'], lowSalt: false, soft: false }
  ok(await elder.call('PUT /canteen/diet', { query: {}, body: diet }))
  // The cook sells her a meal at the counter and leaves out what she must not eat.
  app.clock.set('2026-11-23T04:00:00.000Z')
  const lines = [{ offerId: tofu.id, quantity: 1 }]
  const asked = { sittingId: lunch.sitting.id, lines, mode: 'dine_in' as const, forPersonId: elderId }
  const { payFen: expectedPayFen } = ok(await cook.call('POST /counter/quotes', { body: asked }))
  const body = { ...asked, payBy: 'wallet' as const, expectedPayFen, leaveOut: true }
  slip = ok(await cook.call('POST /counter/orders', { body, idempotencyKey: newKey() }))
})

const orders = async (api: Api) => {
  const { sections } = ok(await api.call('GET /me/export')) as unknown as {
    sections: { canteen: { orders: { leaveOut: string[]; lines: { dishName: string }[] }[] } }
  }
  return sections.canteen.orders
}

it('shows a cook who asks for their data no meal that they sold at the counter; the eater sees it', async () => {
  expect(await orders(cook)).toEqual([])
  expect(await orders(elder)).toMatchObject([{ leaveOut: ['花生'], lines: [{ dishName: '麻婆豆腐' }] }])
})

it('forgets a cook who leaves, and leaves the neighbour her meal, what is left out of it and what she was told of it', async () => {
  ok(await cook.call('POST /canteen/pickups', { body: { code: slip.pickupCode }, idempotencyKey: newKey() }))
  const told = async () => ok(await elder.call('GET /notices', {})).items.map(({ kind }) => kind)
  expect(await told()).toEqual(['order_handed_over', 'order_placed'])
  await app.dismiss(cookId)
  ok(await lunch.api.as(cookId).call('POST /me/deletion'))
  app.clock.set('2026-11-30T04:00:00.000Z')
  await app.nest.get(Housekeeping).tidy('tenMinutes')
  expect(await findEverywhere(app.dataSource, [COOK])).toEqual([])
  expect(await app.dataSource.manager.findOneByOrFail(Order, { id: slip.orderId })).toMatchObject({
    eaterId: elderId,
    leaveOut: ['花生'],
  })
  // Only the one that named him is gone.
  expect(await told()).toEqual(['order_handed_over'])
})

it('lets a cook leave whose customers still have meals to fetch', async () => {
  await app.dismiss(cookId)
  expect((await lunch.api.as(cookId).call('POST /me/deletion')).status).toBe(200)
})
