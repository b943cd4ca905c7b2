import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { openKitchen, type Kitchen } from '../support/kitchen.js'
import { closing, setLunch, type Lunch } from '../support/lunch.js'
import { statementsOf } from '../support/statements.js'

const DAY = '2026-11-23'

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

const figures = async () => ok(await kitchen.cook.call('GET /menus/figures', { query: { from: DAY, to: DAY } }))
const cooked = async () =>
  (await figures()).dishes.map(({ dishName, cookedHalves, wastedHalves, costFen }) => [
    dishName,
    cookedHalves,
    wastedHalves,
    costFen,
  ])
const meat = (quantity: number, portion: 'whole' | 'half' = 'whole') => ({
  lines: [{ offerId: lunch.meat.id, quantity, portion }],
})

describe('what was cooked', () => {
  it('is what the menu has until the kitchen has counted', async () => {
    await kitchen.order(meat(2))
    expect((await cooked()).map(([name, halves]) => [name, halves])).toEqual([
      ['红烧狮子头', 60],
      ['白米饭', 400],
    ])
  })

  it('is what the sheet told the kitchen, with what was ordered after it; staff and sample are no waste', async () => {
    ok(await kitchen.staffMeals(6))
    const had = await kitchen.order(meat(2))
    await kitchen.order(meat(1, 'half'))
    kitchen.at('10:30')
    await kitchen.sheet()
    kitchen.at('10:45')
    await kitchen.order(meat(1))
    await kitchen.handOver(had)
    kitchen.at('14:00')
    expect(await cooked()).toEqual([
      // Two, a half that is cooked whole, one that came later, six for the staff and the sample: eleven at 4.00.
      ['红烧狮子头', 22, 4, 11 * 400],
      ['白米饭', 2, 0, 400],
    ])
    const all = (await figures()).total
    expect([all.cookedHalves, all.wastedHalves, all.costFen]).toEqual([24, 4, 12 * 400])
    const board = await kitchen.board()
    expect(board.totals.map(({ total }) => total)).toEqual([11, 1])
  })

  it('is nothing of a meal that was closed, and nothing of it is left, also before its time is over', async () => {
    await kitchen.order(meat(2))
    const { wastedHalves } = (await figures()).total
    ok(await kitchen.cook.call('POST /menus/closings', closing(lunch.sitting)))
    const { total } = await figures()
    expect([wastedHalves, total.cookedHalves, total.wastedHalves, total.costFen]).toEqual([null, 0, 0, 0])
  })

  it('is what was handed over of a meal that was closed before the kitchen counted it', async () => {
    const [had] = [await kitchen.order(meat(2)), await kitchen.order(meat(3))]
    await kitchen.handOver(had)
    ok(await kitchen.cook.call('POST /menus/closings', closing(lunch.sitting)))
    const { total, meals } = await figures()
    expect(meals).toMatchObject([
      { closedReason: '停电', orders: 1, servedHalves: 4, cookedHalves: 4, wastedHalves: 0 },
    ])
    expect([total.costFen, total.payFen]).toEqual([2 * 400, 2 * 1200])
  })

  it('is what the kitchen was told of a meal that was closed while it was served: what went out, and what is wasted', async () => {
    ok(await kitchen.staffMeals(6))
    const had = await kitchen.order(meat(2))
    await kitchen.order(meat(1, 'half'))
    kitchen.at('10:30')
    await kitchen.sheet()
    kitchen.at('11:10')
    await kitchen.order(meat(3))
    await kitchen.unpaid(meat(1))
    await kitchen.handOver(had)
    kitchen.at('11:20')
    ok(await kitchen.cook.call('POST /menus/closings', closing(lunch.sitting)))
    expect(await cooked()).toEqual([
      // Two that went out, a half and three that waited, six for the staff and the sample: twelve and a half, cooked as thirteen.
      ['红烧狮子头', 26, 8, 13 * 400],
      ['白米饭', 2, 0, 400],
    ])
    const { total } = await figures()
    expect([total.servedHalves, total.orderedHalves, total.payFen]).toEqual([4, 4, 2 * 1200])
  })

  it('is nothing of a dish that was taken off after the count, as the kitchen was told', async () => {
    await kitchen.order(meat(2))
    kitchen.at('10:30')
    await kitchen.sheet()
    await kitchen.takeOffMeat()
    expect((await cooked()).map(([name, halves]) => [name, halves])).toEqual([
      ['白米饭', 2],
      ['红烧狮子头', 0],
    ])
  })

  it('is read in as many statements for twenty orders as for one', async () => {
    await kitchen.order(meat(1))
    kitchen.at('10:30')
    await kitchen.sheet()
    const one = await statementsOf(app, figures)
    for (let n = 0; n < 20; n += 1) await kitchen.order(meat(1))
    expect(await statementsOf(app, figures)).toBe(one)
  })
})
