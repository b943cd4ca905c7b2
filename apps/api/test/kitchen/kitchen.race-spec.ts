import type { AmountChange } from '@wanli/contracts/kitchen'

import { Order } from '../../src/canteen/order.entity.js'
import { OrderLine } from '../../src/canteen/order-line.entity.js'
import { AmountSeen } from '../../src/kitchen/amount-seen.entity.js'
import { SampleCorrection } from '../../src/kitchen/sample-correction.entity.js'
import { SheetDishRow } from '../../src/kitchen/sheet-dish.entity.js'
import { Sheet } from '../../src/kitchen/sheet.entity.js'
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
  lunch = await setLunch(app, { portions: 600 })
  kitchen = await openKitchen(app, lunch)
})

const range = (count: number): number[] => [...Array(count).keys()]
const see = ({ dishId, amount, sequence }: AmountChange) =>
  kitchen.cook.call('POST /canteen/kitchen/sittings/:id/changes', {
    params: { id: lunch.sitting.id },
    body: { kind: 'amount', dishId, amount, sequence },
    idempotencyKey: newKey(),
  })

it('counts every order of the last second on one sheet or as a change, never both and never neither', async () => {
  const { manager } = app.dataSource
  const eaters = await Promise.all(range(120).map(async () => lunch.api.as((await lunch.make.person()).id)))
  const order = (n: number) =>
    eaters[n]!.call('POST /canteen/orders', {
      body: lunch.body({
        lines: [{ offerId: lunch.meat.id, quantity: 1, portion: n % 3 === 0 ? 'half' : 'whole' }],
      }),
      idempotencyKey: newKey(),
    })
  kitchen.at('10:29:59')
  const early = range(60).map(order)
  const turn = Promise.resolve().then(() => kitchen.at('10:30'))
  const looks = range(8).map(() => turn.then(() => kitchen.sheet()))
  const late = range(60).map((n) => turn.then(() => order(60 + n)))
  const placed = await Promise.all([...early, ...late])
  const sheets = await Promise.all(looks)
  expect(placed.filter(({ status }) => status === 201)).toHaveLength(120)
  expect(new Set(sheets.map(({ number }) => number))).toEqual(new Set(['1123-1']))
  expect(await manager.count(Sheet)).toBe(1)
  // Half of them are seen, by two cooks each; then one more look.
  const [shown] = (await kitchen.board()).changes as AmountChange[]
  if (shown !== undefined) await Promise.all([see(shown), see(shown)])
  const row = await manager.findOneByOrFail(SheetDishRow, { dishId: lunch.meat.dishId })
  const seen = (await manager.sum(AmountSeen, 'amount', { dishId: lunch.meat.dishId })) ?? 0
  const left = ((await kitchen.board()).changes as AmountChange[]).reduce((sum, { amount }) => sum + amount, 0)
  const whole = (await manager.sum(OrderLine, 'quantity', { portion: 'whole' })) ?? 0
  const half = (await manager.sum(OrderLine, 'quantity', { portion: 'half' })) ?? 0
  expect(whole + half).toBe(120)
  expect(row.whole + row.folded + seen + left).toBe(whole + Math.ceil(half / 2))
})

it('counts a change once that ten taps see at once', async () => {
  kitchen.at('10:30')
  await kitchen.sheet()
  await kitchen.order()
  const [shown] = (await kitchen.board()).changes as AmountChange[]
  const answers = await Promise.all(range(10).map(() => see(shown!)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409).map(refusalOf)).toEqual(
    Array(9).fill('409 kitchen.change_seen'),
  )
  expect((await kitchen.board()).changes).toEqual([])
  expect(await app.dataSource.manager.sum(AmountSeen, 'amount', {})).toBe(1)
})

it('gives two meals that freeze at the same moment two numbers', async () => {
  const others = await Promise.all(
    (['breakfast', 'dinner'] as const).map((meal) => lunch.make.lunch(lunch.canteen.id, { meal })),
  )
  kitchen.at('10:30')
  const numbers = await Promise.all(
    [lunch.sitting, ...others].flatMap(({ id }) =>
      range(3).map(async () => {
        const { reply } = await kitchen.cook.call('GET /canteen/kitchen/sittings/:id/sheet', { params: { id } })
        return reply.number
      }),
    ),
  )
  expect(new Set(numbers)).toEqual(new Set(['1123-1', '1123-2', '1123-3']))
})

it('hands a meal over at the window while a cook moves it, and leaves it there', async () => {
  const meals = await Promise.all(
    range(12).map(async () => {
      const eater = lunch.api.as((await lunch.make.person()).id)
      return ok(await eater.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
    }),
  )
  kitchen.at('11:40:00')
  const handOver = (code: string) =>
    kitchen.cook.call('POST /canteen/pickups', { body: { code }, idempotencyKey: newKey() })
  const answers = await Promise.all(
    meals.flatMap(({ id, pickupCode }) => [handOver(pickupCode ?? ''), kitchen.advance(id, 'paid')]),
  )
  expect(answers.filter((_, n) => n % 2 === 0).map(({ status }) => status)).toEqual(Array(12).fill(200))
  const undone = await Promise.all(meals.map(({ id }) => kitchen.undo(id, 'cooking')))
  expect(undone.map(refusalOf)).toEqual(Array(12).fill('409 canteen.state_changed'))
  expect(await app.dataSource.manager.countBy(Order, { status: 'handed_over' })).toBe(12)
})

it('lets one of many cooks who saw the same staff meals change them, and tells the others', async () => {
  for (const revision of [0, 1]) {
    const answers = await Promise.all(range(8).map((n) => kitchen.staffMeals(10 * revision + n + 1, revision)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = answers.filter(({ status }) => status !== 200)
    expect(new Set(refused.map(refusalOf))).toEqual(new Set(['409 kitchen.staff_meals_changed']))
    const [won] = answers.filter(({ status }) => status === 200)
    expect((await kitchen.sheet()).staff).toEqual(won?.reply)
  }
})

it('lets one of many cooks who saw the same sample correct it, and keeps one line of what it said', async () => {
  kitchen.at('10:45')
  const { dishId } = lunch.meat
  const written = { grams: 150, place: '1 号冰箱' }
  const { id } = ok(
    await kitchen.cook.call('POST /canteen/kitchen/sittings/:id/samples', {
      params: { id: lunch.sitting.id },
      body: { dishId, ...written },
      idempotencyKey: newKey(),
    }),
  )
  const correct = (n: number) =>
    kitchen.cook.call('POST /canteen/kitchen/samples/:id/corrections', {
      params: { id },
      body: { grams: 200 + n, place: written.place, was: written },
      idempotencyKey: newKey(),
    })
  const answers = await Promise.all(range(6).map(correct))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await app.dataSource.manager.find(SampleCorrection)).toMatchObject([{ sequence: 1, ...written }])
})
