import { newKey, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

import { cookOf, draft, NEXT_MONDAY, onMenu, publish, spareDish, THIS_MONDAY, weekOf } from './kitchen-table.js'

const TUESDAY = '2026-11-24'
const NEXT_TUESDAY = '2026-12-01'

let app: TestApp
let lunch: Lunch
let cook: Api
let meat: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  cook = await cookOf(lunch)
  meat = lunch.meat.dishId
})

const copy = async (monday: string) =>
  (
    await cook.call('POST /menus/weeks/:monday/copy', {
      params: { monday },
      body: { revision: (await weekOf(cook, monday)).revision },
      idempotencyKey: newKey(),
    })
  ).reply

describe('copying last week over a week that is half written', () => {
  beforeEach(async () => {
    await draft(cook, THIS_MONDAY, [
      { day: TUESDAY, meal: 'lunch', dishes: [onMenu(meat)] },
      { day: TUESDAY, meal: 'dinner', dishes: [onMenu(meat)] },
    ])
  })

  it('fills only what is empty: a meal that somebody wrote stays as they wrote it, and is told', async () => {
    const own = await spareDish(cook, '葱油鸡')
    await draft(cook, NEXT_MONDAY, [
      { day: NEXT_TUESDAY, meal: 'lunch', dishes: [onMenu(own, { portions: 44, keptPortions: 5 })] },
    ])
    const { week, copiedMeals, skipped } = await copy(NEXT_MONDAY)
    // Monday's lunch, which is published, and Tuesday's dinner.
    expect(copiedMeals).toBe(2)
    expect(skipped).toEqual([{ day: NEXT_TUESDAY, meal: 'lunch', dishName: null, why: 'drafted' }])
    const written = week.meals.find(({ day, meal }) => day === NEXT_TUESDAY && meal === 'lunch')
    expect(written?.dishes).toMatchObject([{ name: '葱油鸡', portions: 44, keptPortions: 5 }])
  })

  it('writes nothing the second time, as everything is there', async () => {
    const first = await copy(NEXT_MONDAY)
    const second = await copy(NEXT_MONDAY)
    expect([first.copiedMeals, second.copiedMeals]).toEqual([3, 0])
    expect(second.skipped.map(({ why }) => why)).toEqual(['drafted', 'drafted', 'drafted'])
    expect(second.week.revision).toBe(first.week.revision)
  })

  it('counts no meal of which every dish is retired', async () => {
    const gone = await spareDish(cook, '盐水鸭')
    await draft(cook, THIS_MONDAY, [{ day: TUESDAY, meal: 'dinner', dishes: [onMenu(gone)] }])
    await publish(cook, THIS_MONDAY)
    await cook.call('POST /menus/dishes/:id/retire', { params: { id: gone } })
    expect((await copy(NEXT_MONDAY)).copiedMeals).toBe(2)
  })
})

describe('a published meal whose draft says something else', () => {
  const MONDAYS_LUNCH = { day: THIS_MONDAY, meal: 'lunch' as const }
  const changed = async (): Promise<string[]> =>
    (await weekOf(cook, THIS_MONDAY)).meals.filter((one) => one.changed).map(({ day, meal }) => `${day} ${meal}`)
  const write = (portions: number) =>
    draft(cook, THIS_MONDAY, [
      { ...MONDAYS_LUNCH, dishes: [onMenu(meat, { portions }), onMenu(lunch.rice.dishId, { portions: 200, ...RICE })] },
    ])
  /** The rice as it is published. */
  const RICE = { listFen: 100, halfFen: null }

  it('is marked until it is published, and not when the draft says the same again', async () => {
    expect(await changed()).toEqual([])
    await write(21)
    expect(await changed()).toEqual([`${THIS_MONDAY} lunch`])
    await write(30)
    expect(await changed()).toEqual([])
    await write(21)
    await publish(cook, THIS_MONDAY)
    expect(await changed()).toEqual([])
  })

  it('is not what is written of a meal that was never published, or that is over', async () => {
    await draft(cook, THIS_MONDAY, [{ day: TUESDAY, meal: 'lunch', dishes: [onMenu(meat)] }])
    await write(21)
    app.clock.set('2026-11-23T06:00:00.000Z')
    expect(await changed()).toEqual([])
  })

  it('is forecast with what is published, and the draft beside it', async () => {
    const chicken = await spareDish(cook, '葱油鸡')
    const dishes = [onMenu(meat, { portions: 21 }), onMenu(chicken, { portions: 12 })]
    await draft(cook, THIS_MONDAY, [
      { ...MONDAYS_LUNCH, dishes },
      { day: TUESDAY, meal: 'lunch', dishes: [onMenu(meat, { portions: 40 })] },
    ])
    const planned = async (day: string) =>
      (await cook.call('GET /menus/forecast', { query: { day } })).reply.dishes.map((one) => [
        one.dishName,
        one.menuPortions,
        one.draftPortions,
      ])
    expect(await planned(THIS_MONDAY)).toEqual([
      ['红烧狮子头', 30, 21],
      ['白米饭', 200, null],
      ['葱油鸡', null, 12],
    ])
    expect(await planned(TUESDAY)).toEqual([['红烧狮子头', null, 40]])
  })
})
