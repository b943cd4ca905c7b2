import type { MenuMeal } from '@wanli/contracts/menus'

import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

import { cookOf, DISH, draft, NEXT_MONDAY, onMenu, spareDish } from './kitchen-table.js'

let app: TestApp
let lunch: Lunch
let cook: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  cook = await cookOf(lunch)
})

describe('the dish catalogue', () => {
  it('keeps every field of a dish, and changes it', async () => {
    const added = await cook.call('POST /menus/dishes', { query: {}, body: DISH, idempotencyKey: newKey() })
    expect(added.status).toBe(201)
    const { id } = added.reply
    expect(added.reply).toEqual({ id, retiredAt: null, revision: 1, ...DISH })
    const body = { ...DISH, name: '白斩鸡', listFen: 1500, halfFen: null, tags: [] }
    const changed = await cook.call('PUT /menus/dishes/:id', { params: { id }, body: { ...body, revision: 1 } })
    expect(changed.reply).toEqual({ id, retiredAt: null, ...body, revision: 2 })
    const { items } = (await cook.call('GET /menus/dishes', { query: {} })).reply
    expect(items.find((dish) => dish.id === id)).toEqual(changed.reply)
  })

  it('names the fields that contradict each other', async () => {
    const answer = await cook.call('POST /menus/dishes', {
      query: {},
      body: { ...DISH, halfFen: 1400, costFen: 9900 },
      idempotencyKey: newKey(),
    })
    expect(refusalOf(answer)).toBe('422 request.invalid')
    expect(answer.problem.fields?.map(({ path }) => path)).toEqual(['halfFen', 'costFen'])
  })

  it.each([
    ['a name of nothing', { name: '' }],
    ['a name of blanks', { name: '  ' }],
    ['a price of 0', { listFen: 0 }],
    ['a price of 1.5 fen', { listFen: 1.5 }],
    ['a kind nobody knows', { kind: '甜' }],
    ['a picture that is a path', { picture: '../secret' }],
    ['no meal', { meals: [] }],
  ])('refuses %s', async (_, change) => {
    const body = { ...DISH, ...change }
    expect(refusalOf(await cook.raw('POST /menus/dishes', { body, idempotencyKey: newKey() }))).toBe(
      '422 request.invalid',
    )
  })

  it('puts a retired dish on no new menu, and takes it back', async () => {
    const id = await spareDish(cook, '盐水鸭')
    await cook.call('POST /menus/dishes/:id/retire', { params: { id } })
    const meals: MenuMeal[] = [{ day: NEXT_MONDAY, meal: 'lunch', dishes: [onMenu(id)] }]
    expect(refusalOf(await draft(cook, NEXT_MONDAY, meals))).toBe('409 menus.dish_retired')
    const { reply } = await cook.call('POST /menus/dishes/:id/restore', { params: { id } })
    expect(reply.retiredAt).toBeNull()
    expect((await draft(cook, NEXT_MONDAY, meals)).status).toBe(200)
  })

  it('is nobody else’s: residents, and the cook of another canteen', async () => {
    const other = await lunch.make.canteen('七街坊食堂')
    const stranger = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: other.id }])
    const params = { id: lunch.meat.dishId }
    expect(refusalOf(await stranger.call('PUT /menus/dishes/:id', { params, body: { ...DISH, revision: 1 } }))).toBe(
      '404 menus.dish_not_found',
    )
    const query = { canteenId: lunch.canteen.id }
    expect(refusalOf(await stranger.call('GET /menus/dishes', { query }))).toBe('404 canteen.not_found')
    const resident = lunch.api.as((await lunch.make.person()).id)
    expect(refusalOf(await resident.call('GET /menus/dishes', { query: {} }))).toBe('403 auth.forbidden')
  })
})
