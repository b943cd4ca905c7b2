import type { AmountChange } from '@wanli/contracts/kitchen'

import { draft, onMenu, publish, THIS_MONDAY } from '../menus/kitchen-table.js'
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

const see = (change: AmountChange) =>
  kitchen.cook.call('POST /canteen/kitchen/sittings/:id/changes', {
    params: { id: lunch.sitting.id },
    body: { kind: 'amount', dishId: change.dishId, amount: change.amount, sequence: change.sequence },
    idempotencyKey: newKey(),
  })
const amounts = async (): Promise<AmountChange[]> =>
  (await kitchen.board()).changes.filter((change) => change.kind === 'amount')

describe('changes after the freeze', () => {
  it('are told until seen; only what was shown is seen, the rest stays', async () => {
    await kitchen.order()
    kitchen.at('10:30')
    await kitchen.sheet()
    kitchen.at('10:40')
    await kitchen.order()
    const [shown] = await amounts()
    expect(shown).toMatchObject({ amount: 1, total: 3, sequence: 0 })
    await kitchen.order()
    ok(await see(shown!))
    expect(await amounts()).toMatchObject([{ amount: 1, total: 4, sequence: 1 }])
  })

  it('count down when the canteen takes a dish back', async () => {
    const { id } = await kitchen.order()
    kitchen.at('10:30')
    await kitchen.sheet()
    const lines = await app.dataSource.query<{ id: string }[]>('SELECT id FROM canteen_order_line')
    ok(
      await kitchen.cook.call('POST /canteen/orders/:id/lines/:lineId/refund', {
        params: { id, lineId: lines[0]!.id },
        body: { reason: '鱼没有了' },
        idempotencyKey: newKey(),
      }),
    )
    expect(await amounts()).toMatchObject([{ amount: -1, total: 1 }])
  })

  it('take a dish to nothing that was taken off the menu, neither for the staff nor as a sample, until somebody has seen it', async () => {
    await kitchen.order()
    ok(await kitchen.staffMeals(6))
    kitchen.at('10:30')
    await kitchen.sheet()
    await kitchen.takeOffMeat()
    expect((await kitchen.board()).totals.map(({ name }) => name)).toEqual(['白米饭'])
    const [change, ...more] = await amounts()
    expect([change, more]).toMatchObject([{ dishName: '红烧狮子头', amount: -1, total: 0 }, []])
    ok(await see(change!))
    expect(await amounts()).toEqual([])
  })

  it('go back to nothing for a dish that came after the sheet, was ordered and seen, and taken off again', async () => {
    await kitchen.takeOffMeat()
    kitchen.at('10:30')
    await kitchen.sheet()
    const dishes = [
      onMenu(lunch.rice.dishId, { portions: 200, listFen: 100, halfFen: null }),
      onMenu(lunch.meat.dishId),
    ]
    await draft(kitchen.cook, THIS_MONDAY, [{ day: THIS_MONDAY, meal: 'lunch', dishes }])
    ok(await publish(kitchen.cook, THIS_MONDAY))
    await kitchen.order()
    const [more] = await amounts()
    expect(more).toMatchObject({ dishName: '红烧狮子头', amount: 1 })
    ok(await see(more!))
    await kitchen.takeOffMeat()
    expect(await amounts()).toMatchObject([{ dishName: '红烧狮子头', amount: -1, total: 0 }])
  })

  it('do not change when a meal changes hands', async () => {
    const giver = lunch.api.as((await lunch.make.person()).id)
    const { id } = ok(await giver.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
    kitchen.at('10:40')
    const given = { params: { id }, idempotencyKey: newKey() }
    ok(await giver.call('POST /canteen/orders/:id/offer', given))
    const taker = lunch.api.as((await lunch.make.person()).id)
    const taken = { params: { id }, body: { payBy: 'wallet' as const }, idempotencyKey: newKey() }
    ok(await taker.call('POST /canteen/orders/:id/take-over', taken))
    expect((await kitchen.sheet()).orders).toBe(1)
    expect(await amounts()).toEqual([])
  })

  it('tell what a late order wants left out, once', async () => {
    kitchen.at('10:30')
    await kitchen.sheet()
    const eater = lunch.api.as((await lunch.make.person()).id)
    ok(await eater.call('PUT /canteen/diet', { body: { avoid: ['大豆'], lowSalt: false, soft: false } }))
    const body = lunch.body({ leaveOut: true })
    const { id } = ok(await eater.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
    const told = (await kitchen.board()).changes.filter((change) => change.kind === 'leave_out')
    expect(told).toMatchObject([{ orderId: id, what: '大豆', dishName: '红烧狮子头' }])
    const seen = () =>
      kitchen.cook.call('POST /canteen/kitchen/sittings/:id/changes', {
        params: { id: lunch.sitting.id },
        body: { kind: 'leave_out', orderId: id, dishId: lunch.meat.dishId, what: '大豆' },
        idempotencyKey: newKey(),
      })
    ok(await seen())
    expect((await kitchen.board()).changes.filter((change) => change.kind === 'leave_out')).toEqual([])
    expect(refusalOf(await seen())).toBe('409 kitchen.change_seen')
    // What was seen later does not get onto the sheet.
    expect((await kitchen.sheet()).leaveOut).toEqual([])
  })

  it('are not made up: of what is no dish of the meal, or was never shown', async () => {
    kitchen.at('10:30')
    await kitchen.sheet()
    const nothing = { kind: 'amount' as const, dishName: '', total: 0, sequence: 0 }
    expect(refusalOf(await see({ ...nothing, dishId: lunch.slot.id, amount: 1 }))).toBe('404 kitchen.dish_not_found')
    expect(refusalOf(await see({ ...nothing, dishId: lunch.meat.dishId, amount: 1, sequence: 3 }))).toBe(
      '409 kitchen.change_seen',
    )
  })
})
