import { Order } from '../../src/canteen/order.entity.js'
import { newKey } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

import { cookOf } from './kitchen-table.js'

const DAY = '2026-11-23'

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
})

it('says beside each row of the claim how many of its meals were handed over', async () => {
  const cook = await cookOf(lunch)
  const order = async () => {
    const elder = lunch.api.as((await lunch.make.elder(70)).id)
    const body = lunch.body({ lines: [{ offerId: lunch.meat.id, quantity: 2 }] })
    return ok(await elder.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
  }
  const [fetched, forgotten] = [await order(), await order(), await order()]
  const body = { code: fetched.pickupCode!, early: true }
  ok(await cook.call('POST /canteen/pickups', { body, idempotencyKey: newKey() }))
  await app.dataSource.manager.update(Order, { id: forgotten.id }, { status: 'not_collected' })
  const claim = ok(await cook.call('GET /menus/claim', { query: { from: DAY, to: DAY } }))
  expect(claim.rows).toMatchObject([
    { day: DAY, meal: 'lunch', schemeName: '普陀区 2025 年 12 月方案', count: 3, handedOver: 1, fen: 600 },
  ])
  expect([claim.count, claim.fen]).toEqual([3, 600])
  const query = { day: DAY, meal: 'lunch' as const, scheme: claim.rows[0]!.scheme }
  const { items } = ok(await cook.call('GET /menus/claim/orders', { query }))
  const isFetched = ({ orderId }: { orderId: string }): boolean => orderId === fetched.id
  expect(items.map(({ handedOver }) => handedOver)).toEqual(items.map(isFetched))
  expect(items.filter(isFetched)).toHaveLength(1)
})
