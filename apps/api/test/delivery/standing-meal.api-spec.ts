import { Order } from '../../src/canteen/order.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery, termsOf, whole, type Delivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

/** Monday, the day of the lunch and the dinner that are laid. */
const MONDAY = '2026-11-23'
const monday = (time: string): string => new Date(`${MONDAY}T${time}:00+08:00`).toISOString()

let app: TestApp
let lunch: Lunch
let delivery: Delivery
let elder: Api
let elderId: string
let id: string
let orderId: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  delivery = await setDelivery(app, lunch)
  const dinner = await lunch.make.lunch(lunch.canteen.id, {
    meal: 'dinner',
    freezeAt: new Date(monday('15:30')),
    cutOffAt: new Date(monday('16:30')),
    servingFrom: new Date(monday('16:30')),
    servingTo: new Date(monday('18:30')),
  })
  await lunch.make.offer(dinner, { name: '葱油拌面' })
  elderId = (await lunch.make.elder(82)).id
  elder = lunch.api.as(elderId)
  const addressId = await delivery.address(elderId)
  const standing = await delivery.standing(elderId, addressId)
  id = standing.id
  orderId = standing.days.find(({ day }) => day === MONDAY)?.orderId ?? ''
})

/** From now on dinners come, and no lunches. */
const dinnersInstead = async () => {
  const { addressId } = ok(await elder.call('GET /delivery/standing')).items[0]!
  const body = { ...termsOf(addressId), meal: 'dinner' as const }
  return ok(await elder.call('PUT /delivery/standing/:id', { params: { id }, body }))
}
const onMonday = async () =>
  ok(await elder.call('GET /delivery/standing')).items[0]?.days.find(({ day }) => day === MONDAY)
const say = (body: { skip: boolean; wishes?: ReturnType<typeof termsOf>['wishes'] }) =>
  elder.call('PUT /delivery/standing/:id/days/:day', { params: { id, day: MONDAY }, body })
const pause = () =>
  elder.call('POST /delivery/standing/:id/pause', { params: { id }, body: { from: MONDAY, to: MONDAY } })
const statusOfLunch = async () => (await app.dataSource.manager.findOneByOrFail(Order, { id: orderId })).status
const balance = async () => ok(await elder.call('GET /wallet')).balanceFen

describe('a lunch that is ordered, of a standing order that brings dinners now', () => {
  it('is not taken back once its own kitchen has counted it, though the dinner is not counted yet', async () => {
    const paid = await balance()
    app.clock.set(monday('10:40'))
    await dinnersInstead()
    expect(refusalOf(await say({ skip: true }))).toBe('409 delivery.day_frozen')
    const other = await say({
      skip: false,
      wishes: [{ dishNames: ['葱油拌面'], kind: null, portion: 'whole', quantity: 1 }],
    })
    expect(refusalOf(other)).toBe('409 delivery.day_frozen')
    ok(await pause())
    expect([await statusOfLunch(), await balance()]).toEqual(['paid', paid])
    expect(await onMonday()).toMatchObject({ status: 'ordered', orderId, canChange: false })
  })

  it('is taken back until then, as the lunch that it is', async () => {
    await dinnersInstead()
    expect(await onMonday()).toMatchObject({ status: 'ordered', orderId, canChange: true })
    ok(await say({ skip: true }))
    expect([await statusOfLunch(), await balance()]).toEqual(['cancelled_by_eater', 10_000])
    const told = await app.dataSource.manager.findOneByOrFail(Notice, { personId: elderId, kind: 'order_cancelled' })
    expect(told.title).toBe('今天午餐退掉了')
    expect(await onMonday()).toMatchObject({ status: 'skipped', orderId: null })
  })

  it('is swapped for something else of its own menu', async () => {
    await dinnersInstead()
    const rice = { dishNames: ['白米饭'], kind: null, portion: 'whole' as const, quantity: 1 }
    ok(await say({ skip: false, wishes: [rice] }))
    expect(await onMonday()).toMatchObject({ status: 'ordered', dishes: [whole('白米饭')] })
    expect(await app.dataSource.manager.countBy(Order, { status: 'paid', sittingId: lunch.sitting.id })).toBe(1)
  })

  it('makes room for the dinner of its day when somebody has cancelled it', async () => {
    await dinnersInstead()
    ok(
      await elder.call('POST /canteen/orders/:id/cancel', {
        params: { id: orderId },
        idempotencyKey: 'cancel-the-lunch',
      }),
    )
    app.clock.set(monday('10:40'))
    const noodles = { dishNames: ['葱油拌面'], kind: null, portion: 'whole' as const, quantity: 1 }
    ok(await say({ skip: false, wishes: [noodles] }))
    expect(await onMonday()).toMatchObject({ status: 'ordered', dishes: [whole('葱油拌面')] })
  })
})
