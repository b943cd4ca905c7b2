import { Transactions } from '../../src/database/transactions.js'
import { Account } from '../../src/wallet/account.entity.js'
import { STREET } from '../../src/wallet/ledger.service.js'
import { newKey } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
})

it('tells each movement with the balance after it, newest first, page by page', async () => {
  const person = lunch.api.as((await lunch.make.person({ balanceFen: 5000 })).id)
  const placed = await person.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
  app.clock.set('2026-11-23T02:05:00.000Z')
  await person.call('POST /canteen/orders/:id/cancel', { params: { id: placed.reply.id }, idempotencyKey: newKey() })
  expect((await person.call('GET /wallet')).reply).toEqual({
    balanceFen: 5000,
    pockets: [{ pocket: 'own', balanceFen: 5000 }],
    card: null,
    actions: ['pay_out'],
  })
  const first = await person.call('GET /wallet/entries', { query: { limit: 1 } })
  expect(first.reply.items).toMatchObject([
    { kind: 'order_refund', amountFen: 1200, balanceAfterFen: 5000, memo: '退午餐 A001', orderId: placed.reply.id },
  ])
  const rest = await person.call('GET /wallet/entries', { query: { cursor: first.reply.nextCursor! } })
  expect(rest.reply.items.map((item) => [item.kind, item.amountFen, item.balanceAfterFen])).toEqual([
    ['order_payment', -1200, 3800],
    ['demo_grant', 5000, 5000],
  ])
})

it('is empty for somebody who never had one', async () => {
  const nobody = lunch.api.as((await lunch.make.stranger()).id)
  expect((await nobody.call('GET /wallet')).reply).toEqual({
    balanceFen: 0,
    pockets: [],
    card: null,
    actions: [],
  })
  expect((await nobody.call('GET /wallet/entries')).reply).toEqual({ items: [], nextCursor: null })
})

it('has a floor in the database itself', async () => {
  const { id } = await lunch.make.person({ balanceFen: 100 })
  const overdraw = app.nest
    .get(Transactions)
    .run((tx) => tx.update(Account, { ownerId: id, kind: 'person_own' }, { balanceFen: -1 }))
  await expect(overdraw).rejects.toThrow(/ck_wallet_account_floor/)
})

it('refuses a posting whose moves do not sum to zero', async () => {
  const { id } = await lunch.make.person()
  const posted = app.nest.get(Transactions).run((tx) =>
    app.ledger.post(tx, {
      kind: 'demo_grant',
      memo: '多出一分',
      orderId: null,
      moves: [
        { kind: 'demo_source', ownerId: STREET, amountFen: -100 },
        { kind: 'person_own', ownerId: id, amountFen: 101 },
      ],
    }),
  )
  await expect(posted).rejects.toThrow('must sum to zero')
})

it('counts on past forty million yuan: a canteen takes that much in some years', async () => {
  const person = await lunch.make.person({ balanceFen: 2_000_000_000 })
  for (let n = 0; n < 2; n += 1) await lunch.make.gift(person.id, 2_000_000_000)
  const api = lunch.api.as(person.id)
  expect((await api.call('GET /wallet')).reply.balanceFen).toBe(6_000_000_000)
  await api.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
  expect((await api.call('GET /wallet')).reply.balanceFen).toBe(5_999_998_800)
  const [entry] = (await api.call('GET /wallet/entries')).reply.items
  expect(entry).toMatchObject({ pocket: 'gift', balanceAfterFen: 3_999_998_800 })
})
