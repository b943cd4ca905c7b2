import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

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
