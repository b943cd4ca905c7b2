import type { AmountChange } from '@wanli/contracts/kitchen'

import { Order } from '../../src/canteen/order.entity.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { SheetDishRow } from '../../src/kitchen/sheet-dish.entity.js'
import { Sheet } from '../../src/kitchen/sheet.entity.js'
import { MoneyWorker } from '../../src/wallet/money-worker.service.js'
import { newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { openKitchen, type Kitchen } from '../support/kitchen.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let kitchen: Kitchen

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  kitchen = await openKitchen(app, lunch)
})

const half = (quantity = 1) => [{ offerId: lunch.meat.id, quantity, portion: 'half' as const }]
const see = (change: AmountChange) =>
  kitchen.cook.call('POST /canteen/kitchen/sittings/:id/changes', {
    params: { id: lunch.sitting.id },
    body: { kind: 'amount', dishId: change.dishId, amount: change.amount, sequence: change.sequence },
    idempotencyKey: newKey(),
  })
/** Gives the meat another name in the catalogue. */
const rename = async (name: string): Promise<void> => {
  const { items } = ok(await kitchen.cook.call('GET /menus/dishes', { query: {} }))
  const meat = items.find(({ id }) => id === lunch.meat.dishId)
  if (meat === undefined) throw new Error('the catalogue has no meat')
  const { id, retiredAt: _, ...dish } = meat
  ok(await kitchen.cook.call('PUT /menus/dishes/:id', { params: { id }, body: { ...dish, name } }))
}
const ticketNames = async () =>
  (await kitchen.board()).tickets.flatMap(({ lines }) => lines.map(({ dishName }) => dishName))
const amounts = async (): Promise<AmountChange[]> =>
  (await kitchen.board()).changes.filter((change) => change.kind === 'amount')

describe('the production sheet', () => {
  it('counts whole and half portions, staff and samples, in the order of the menu', async () => {
    const elder = lunch.api.as((await lunch.make.elder(70)).id)
    ok(await elder.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
    for (let n = 0; n < 3; n += 1) await kitchen.order({ lines: half(), mode: 'pick_up' })
    const staff = ok(await kitchen.staffMeals(6))
    kitchen.at('10:30')
    const sheet = await kitchen.sheet()
    expect(sheet).toMatchObject({
      number: '1123-1',
      frozenAt: '2026-11-23T02:30:00.000Z',
      orders: 4,
      byMode: { dine_in: 1, pick_up: 3, delivery: 0 },
      elders: 1,
      lastWeek: null,
      samples: { kept: 0, dishes: 2 },
      staff,
    })
    const counted = sheet.dishes.map(({ name, whole, half: halves, folded, staff: own, sample, toCook }) => ({
      name,
      numbers: [whole, halves, folded, own, sample, toCook],
    }))
    expect(counted).toEqual([
      { name: '红烧狮子头', numbers: [1, 3, 2, 6, 1, 10] },
      { name: '白米饭', numbers: [0, 0, 0, 0, 1, 1] },
    ])
  })

  it('is a preview without a number before the freeze', async () => {
    await kitchen.order()
    expect(await kitchen.sheet()).toMatchObject({ number: null, frozenAt: null, orders: 1 })
    expect(await app.dataSource.manager.count(Sheet)).toBe(0)
  })

  it('leaves out a dish that was taken off before the freeze and that nobody has', async () => {
    await kitchen.order()
    await kitchen.takeOffMeat()
    expect((await kitchen.sheet()).dishes.map(({ name }) => name)).toEqual(['白米饭'])
    kitchen.at('10:30')
    expect((await kitchen.sheet()).dishes.map(({ name }) => name)).toEqual(['白米饭'])
    expect((await kitchen.board()).totals.map(({ name }) => name)).toEqual(['白米饭'])
  })

  it('holds what was ordered by the freeze, though nobody looks until later', async () => {
    await kitchen.order()
    kitchen.at('10:45')
    await kitchen.order()
    kitchen.at('11:00')
    expect((await kitchen.sheet()).orders).toBe(1)
    expect(await amounts()).toMatchObject([{ dishName: '红烧狮子头', amount: 1 }])
  })

  it('has one name for a dish with board, tickets and boxes, though it is renamed before and after the count', async () => {
    const bought = await kitchen.order()
    await rename('狮子头')
    expect((await kitchen.sheet()).dishes[0]?.name).toBe('狮子头')
    expect(await ticketNames()).toEqual(['狮子头'])
    kitchen.at('10:30')
    await kitchen.sheet()
    await rename('清炖狮子头')
    await kitchen.order()
    expect((await kitchen.sheet()).dishes[0]?.name).toBe('狮子头')
    const { totals, changes } = await kitchen.board()
    expect([totals[0]?.name, changes]).toEqual(['狮子头', [expect.objectContaining({ dishName: '狮子头' })]])
    expect(await ticketNames()).toEqual(['狮子头', '狮子头'])
    const params = { id: lunch.sitting.id }
    const samples = ok(await kitchen.cook.call('GET /canteen/kitchen/sittings/:id/samples', { params }))
    expect(samples.dishes[0]?.name).toBe('狮子头')
    // Who bought it reads what they bought.
    const { eaterId } = await app.dataSource.manager.findOneByOrFail(Order, { id: bought.id })
    const own = await lunch.api.as(eaterId).call('GET /canteen/orders/:id', { params: { id: bought.id } })
    expect(ok(own).lines.map(({ dishName }) => dishName)).toContain('红烧狮子头')
  })

  it('never changes, whatever is ordered, cooked, given back or seen', async () => {
    const first = await kitchen.order()
    kitchen.at('10:30')
    const before = await kitchen.sheet()
    const rows = await app.dataSource.manager.find(SheetDishRow, { order: { position: 'ASC' } })
    await kitchen.order()
    const [change] = await amounts()
    ok(await see(change!))
    ok(await kitchen.advance(first.id, 'paid'))
    ok(await kitchen.staffMeals(9))
    const { staff: _before, ...kept } = before
    const { staff: _after, ...now } = await kitchen.sheet()
    expect(now).toEqual(kept)
    expect(await app.dataSource.manager.find(SheetDishRow, { order: { position: 'ASC' } })).toEqual(rows)
  })

  it('is made when its time has come though nobody looks: what the staff say later is for the next one', async () => {
    const { revision } = ok(await kitchen.staffMeals(2))
    const worker = app.nest.get(MoneyWorker)
    kitchen.at('10:29')
    await worker.work()
    expect(await app.dataSource.manager.count(Sheet)).toBe(0)
    kitchen.at('10:30')
    await Promise.all([worker.work(), worker.work()])
    expect(await app.dataSource.manager.count(Sheet)).toBe(1)
    ok(await kitchen.staffMeals(9, revision))
    expect((await kitchen.sheet()).dishes[0]).toMatchObject({ staff: 2 })
  })

  it('has the staff meals of whoever saw what was said: the second of two cooks is told, and says it again', async () => {
    const first = ok(await kitchen.staffMeals(6))
    const said = { by: '孙大勺', at: '2026-11-23T02:00:00.000Z' }
    expect(first).toEqual({ portions: 6, dishIds: [lunch.meat.dishId], revision: 1, said })
    // Who has not seen it, and asks for something else.
    const second = await kitchen.staffMeals(8)
    expect(refusalOf(second)).toBe('409 kitchen.staff_meals_changed')
    expect(second.problem.detail).toBe('10:00 孙大勺改成了 1 样、每样 6 份。还要改的话，再按一次')
    expect((await kitchen.sheet()).staff).toEqual(first)
    // The reply was lost, so it is sent again: it is what was wanted.
    expect(ok(await kitchen.staffMeals(6))).toEqual(first)
    expect(ok(await kitchen.staffMeals(8, 1))).toMatchObject({ portions: 8, revision: 2 })
    expect(refusalOf(await kitchen.staffMeals(7, 1))).toBe('409 kitchen.staff_meals_changed')
  })

  it('is numbered by canteen and day, and compares with the week before', async () => {
    const lastWeek = await lunch.make.lunch(lunch.canteen.id, { day: '2026-11-16' })
    // One of the early morning, one of before the kitchen counted, and somebody who came to the counter.
    for (const clock of ['08:00', '10:20', '11:40']) {
      const createdAt = new Date(`2026-11-16T${clock}:00.000+08:00`)
      await app.dataSource.manager.update(
        Order,
        { id: (await kitchen.order()).id },
        { sittingId: lastWeek.id, createdAt },
      )
    }
    const breakfast = await lunch.make.lunch(lunch.canteen.id, { meal: 'breakfast' })
    const freezeAt = new Date('2026-11-23T02:20:00.000Z')
    await app.dataSource.manager.update(Sitting, { id: breakfast.id }, { freezeAt })
    expect(await kitchen.sheet()).toMatchObject({ number: null, lastWeek: 1, orders: 0 })
    kitchen.at('10:30')
    const params = { id: breakfast.id }
    // Whichever is looked at first: numbers follow the day.
    expect(await kitchen.sheet()).toMatchObject({ number: '1123-2', lastWeek: 2, orders: 0 })
    expect(ok(await kitchen.cook.call('GET /canteen/kitchen/sittings/:id/sheet', { params })).number).toBe('1123-1')
  })

  it('says what is left out of which dish, by number and without a name', async () => {
    const eater = lunch.api.as((await lunch.make.elder(70, { name: '王秀珍' })).id)
    ok(await eater.call('PUT /canteen/diet', { body: { avoid: ['大豆'], lowSalt: true, soft: false } }))
    const body = lunch.body({ leaveOut: true })
    ok(await eater.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
    kitchen.at('10:30')
    const sheet = await kitchen.sheet()
    expect(sheet.leaveOut).toMatchObject([{ pickupNumber: 'A001', dishName: '红烧狮子头', what: '大豆' }])
    expect(JSON.stringify(sheet)).not.toContain('王')
    expect((await kitchen.board()).tickets).toMatchObject([{ leaveOut: ['大豆'], lowSalt: true, soft: false }])
    expect((await kitchen.board()).changes).toEqual([])
  })

  it('puts what is brought in one group while nobody plans rounds', async () => {
    const { id } = await kitchen.order()
    await app.dataSource.manager.update(Order, { id }, { mode: 'delivery', addressId: lunch.slot.id })
    kitchen.at('10:30')
    expect(await kitchen.sheet()).toMatchObject({
      byMode: { delivery: 1 },
      runs: [{ name: '送餐', portions: 1, courier: null }],
    })
  })

  it('is for the canteen’s own staff', async () => {
    const params = { id: lunch.sitting.id }
    const elsewhere = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: 'elsewhere' }])
    expect(refusalOf(await elsewhere.call('GET /canteen/kitchen/sittings/:id/sheet', { params }))).toBe(
      '404 canteen.sitting_not_found',
    )
    const resident = lunch.api.as((await lunch.make.person()).id)
    expect((await resident.call('GET /canteen/kitchen/sittings/:id/sheet', { params })).status).toBe(403)
  })
})
