import { Housekeeping } from '../../src/common/housekeeping.service.js'
import { Transactions } from '../../src/database/transactions.js'
import { LedgerService, STREET } from '../../src/wallet/ledger.service.js'
import { newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { openKitchen } from '../support/kitchen.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { findEverywhere } from '../support/tables.js'

const AFTER_A_WEEK = '2026-12-01T02:00:00.000Z'

let app: TestApp
let lunch: Lunch
let eaterId: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  eaterId = (await lunch.make.elder(82, { name: '陈桂珍' })).id
})

const inbox = async (): Promise<string> =>
  JSON.stringify(ok(await lunch.api.as(eaterId).call('GET /notices', { query: {} })).items)

/** Gives the office back, takes the money out, asks to be forgotten, and lets the time to think it over pass. */
async function leaveForGood(personId: string): Promise<void> {
  await app.dismiss(personId)
  const ledger = app.nest.get(LedgerService, { strict: false })
  const amountFen = await ledger.balanceOf(app.dataSource.manager, personId)
  const away = { kind: 'demo_source' as const, ownerId: STREET, amountFen }
  const moves = [{ kind: 'person_own' as const, ownerId: personId, amountFen: -amountFen }, away]
  await app.nest
    .get(Transactions)
    .run((tx) => ledger.post(tx, { kind: 'payout', memo: '余额退现金', orderId: null, moves }))
  ok(await lunch.api.as(personId).call('POST /me/deletion'))
  app.clock.set(AFTER_A_WEEK)
  await app.nest.get(Housekeeping).tidy('tenMinutes')
}

it('a courier who left stands in nobody’s inbox by name, and colleagues do', async () => {
  const delivery = await setDelivery(app, lunch)
  await delivery.order(eaterId, await delivery.address(eaterId))
  const other = (await lunch.make.elder(75, { name: '王秀英' })).id
  await delivery.order(other, await delivery.address(other, { estateId: delivery.far.id }))
  app.clock.set('2026-11-23T02:40:00.000Z')
  await delivery.leave(delivery.zhou, await delivery.runId(delivery.zhou, 1))
  await delivery.leave(delivery.wu, await delivery.runId(delivery.wu, 2))
  expect(await inbox()).toContain('周师傅在路上')
  await leaveForGood(delivery.zhouId)
  expect(await findEverywhere(app.dataSource, ['周师傅'])).toEqual([])
  const theirs = ok(await lunch.api.as(other).call('GET /notices', { query: {} })).items
  expect(theirs.map(({ body }) => body)).toContainEqual(expect.stringContaining('吴师傅在路上'))
})

it('a cook who looked at phones and left stands in nobody’s inbox by name; each look was told', async () => {
  const kitchen = await openKitchen(app, lunch)
  ok(await lunch.api.as(eaterId).call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
  kitchen.at('11:40')
  const look = { params: { id: lunch.sitting.id, dishId: lunch.meat.dishId }, body: { reason: '怀疑有人吃坏肚子' } }
  for (const _ of [1, 2]) ok(await kitchen.cook.call('POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones', look))
  expect((await inbox()).split('孙大勺')).toHaveLength(3)
  await leaveForGood(kitchen.cookId)
  expect(await findEverywhere(app.dataSource, ['孙大勺'])).toEqual([])
})

it('nothing is sold at a counter in the name of who was forgotten, though they still stand on its screen', async () => {
  const cookId = (await lunch.make.person({ name: '孙大勺' })).id
  const cook = lunch.api.as(cookId, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
  const { id: forPersonId } = await lunch.make.person({ name: '沈德龙' })
  app.clock.set('2026-11-15T04:00:00.000Z')
  await leaveForGood(forPersonId)
  const lines = [{ offerId: lunch.meat.id, quantity: 1 }]
  const asked = { sittingId: lunch.sitting.id, lines, mode: 'dine_in' as const, forPersonId }
  app.clock.set('2026-11-23T04:00:00.000Z')
  expect(refusalOf(await cook.call('POST /counter/quotes', { body: asked }))).toBe('404 people.not_found')
  const body = { ...asked, payBy: 'cash' as const, expectedPayFen: 1_200 }
  const sold = await cook.call('POST /counter/orders', { body, idempotencyKey: newKey() })
  expect(refusalOf(sold)).toBe('404 people.not_found')
})
