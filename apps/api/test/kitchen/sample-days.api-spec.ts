import { Sitting } from '../../src/canteen/sitting.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { openKitchen, type Kitchen } from '../support/kitchen.js'
import { setLunch, type Lunch } from '../support/lunch.js'

const MONDAY = '2026-11-23'

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
  kitchen.at('10:45')
})

const keep = async (dishId: string, grams: number) =>
  ok(
    await kitchen.cook.call('POST /canteen/kitchen/sittings/:id/samples', {
      params: { id: lunch.sitting.id },
      body: { dishId, grams, place: '1 号冰箱 2 层' },
      idempotencyKey: newKey(),
    }),
  )
const call = (day: string, api: Api = kitchen.cook) => api.call('GET /canteen/kitchen/samples', { query: { day } })
const dayOf = async (day: string) => ok(await call(day))

it('shows a day long past: what was kept of each dish, by whom, when, where, until when, and what was void and why', async () => {
  const wrong = await keep(lunch.meat.dishId, 150)
  const once = { params: { id: wrong.id }, idempotencyKey: newKey() }
  ok(await kitchen.cook.call('POST /canteen/kitchen/samples/:id/void', { ...once, body: { reason: '盒子打翻了' } }))
  const right = await keep(lunch.meat.dishId, 160)
  app.clock.set('2026-11-25T03:00:00.000Z')
  ok(
    await kitchen.cook.call('POST /canteen/kitchen/samples/:id/discard', {
      params: { id: right.id },
      idempotencyKey: newKey(),
    }),
  )
  // Half a year later nothing of it stands in the fridge, and everything is still to be read.
  app.clock.set('2027-05-25T03:00:00.000Z')
  const { canteenName, day, firstDay, meals } = await dayOf(MONDAY)
  expect([canteenName, day, firstDay]).toEqual([lunch.canteen.name, MONDAY, MONDAY])
  expect(meals).toHaveLength(1)
  const [meal] = meals
  expect(meal).toMatchObject({ sittingId: lunch.sitting.id, meal: 'lunch', closedReason: null })
  expect(meal?.dishes).toMatchObject([
    {
      name: '红烧狮子头',
      sample: {
        grams: 160,
        place: '1 号冰箱 2 层',
        takenBy: '孙大勺',
        takenAt: '2026-11-23T02:45:00.000Z',
        keepUntil: '2026-11-25T02:45:00.000Z',
        discardedAt: '2026-11-25T03:00:00.000Z',
        discardedBy: '孙大勺',
      },
    },
    { name: '白米饭', sample: null },
  ])
  expect(meal?.voided).toMatchObject([{ id: wrong.id, grams: 150, voided: { by: '孙大勺', reason: '盒子打翻了' } }])
})

it('still shows what was kept of a dish that was taken off the menu afterwards', async () => {
  await keep(lunch.meat.dishId, 150)
  await kitchen.takeOffMeat()
  expect((await dayOf(MONDAY)).meals[0]?.dishes).toMatchObject([
    { name: '白米饭', sample: null },
    { name: '红烧狮子头', sample: { grams: 150 } },
  ])
})

it('shows a meal that was closed as closed, and a day without a meal as empty', async () => {
  await app.dataSource.manager.update(
    Sitting,
    { id: lunch.sitting.id },
    { closedAt: new Date('2026-11-23T02:00:00.000Z'), closedReason: '停水' },
  )
  expect((await dayOf(MONDAY)).meals).toMatchObject([{ closedReason: '停水' }])
  expect((await dayOf('2026-11-22')).meals).toEqual([])
})

it('is read by its own kitchen only, for a real day', async () => {
  const other = await lunch.make.canteen('七街坊食堂')
  const stranger = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: other.id }])
  expect((await call(MONDAY, stranger)).reply.meals).toEqual([])
  const resident = lunch.api.as((await lunch.make.person()).id)
  expect(refusalOf(await call(MONDAY, resident))).toBe('403 auth.forbidden')
  expect(refusalOf(await call('2026-02-30'))).toBe('422 request.invalid')
  expect(refusalOf(await kitchen.cook.raw('GET /canteen/kitchen/samples'))).toBe('422 request.invalid')
})
