import type { OrderView } from '@wanli/contracts/canteen'
import type { MenuMeal } from '@wanli/contracts/menus'

import { Offer } from '../../src/canteen/offer.entity.js'
import { Sitting } from '../../src/canteen/sitting.entity.js'
import { Slot } from '../../src/canteen/slot.entity.js'
import { SettlingService } from '../../src/menus/settling.service.js'
import { MenuVersion } from '../../src/menus/version.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setFamily } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

import { cookOf, draft, NEXT_MONDAY, onMenu, publish, spareDish, THIS_MONDAY, weekOf } from './kitchen-table.js'

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

const order = async (api: Api, change: Parameters<Lunch['body']>[0] = {}): Promise<OrderView> => {
  const answer = await api.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey: newKey() })
  expect([answer.status, answer.problem.code]).toEqual([201, undefined])
  return answer.reply
}
const balance = async (api: Api): Promise<number> => (await api.call('GET /wallet')).reply.balanceFen
const mealsOf = async (monday: string): Promise<MenuMeal[]> =>
  (await weekOf(cook, monday)).meals.map(({ day, meal, dishes }) => ({
    day,
    meal,
    dishes: dishes.map(({ dishId, portions, keptPortions, listFen, halfFen }) => ({
      dishId,
      portions,
      keptPortions,
      listFen,
      halfFen,
    })),
  }))
const todaysLunch = async (): Promise<MenuMeal> =>
  (await mealsOf(THIS_MONDAY)).find(({ day, meal }) => day === THIS_MONDAY && meal === 'lunch')!

describe('a week that nobody has drafted', () => {
  it('is what is published', async () => {
    const week = await weekOf(cook, THIS_MONDAY)
    expect([week.revision, week.version, week.published]).toEqual([0, 0, null])
    expect(week.days.map(({ kind }) => kind)).toEqual([...Array<string>(5).fill('workday'), 'weekend', 'weekend'])
    const meal = week.meals.find(({ day, meal }) => day === THIS_MONDAY && meal === 'lunch')
    expect(meal).toMatchObject({ state: 'served', sittingId: lunch.sitting.id })
    expect(meal?.dishes.map(({ name, portions }) => [name, portions])).toEqual([
      ['红烧狮子头', 30],
      ['白米饭', 200],
    ])
  })

  it('begins on a Monday', async () => {
    const answer = await cook.call('GET /menus/weeks/:monday', { params: { monday: '2026-11-24' }, query: {} })
    expect(refusalOf(answer)).toBe('422 request.invalid')
  })
})

describe('publishing', () => {
  it('turns a draft into sittings with the times of the canteen, which can be ordered', async () => {
    const id = await spareDish(cook, '葱油鸡')
    await cook.call('PUT /menus/meals/:meal', {
      params: { meal: 'lunch' },
      query: {},
      body: {
        revision: 0,
        opensDaysBefore: 14,
        opensAt: '07:00',
        freezeAt: '10:00',
        freezeDayBefore: false,
        cutOffAt: '11:00',
        servingFrom: '10:45',
        servingTo: '12:00',
        slotMinutes: 15,
        slotCapacity: 7,
        releases: [{ at: '11:30', keptPercent: 0 }],
        servesWeekend: false,
        servesHoliday: true,
      },
    })
    const dishes = [onMenu(id, { portions: 20, keptPortions: 8, listFen: 1400, halfFen: 800 })]
    await draft(cook, NEXT_MONDAY, [{ day: NEXT_MONDAY, meal: 'lunch', dishes }])
    const changes = await cook.call('GET /menus/weeks/:monday/changes', { params: { monday: NEXT_MONDAY }, query: {} })
    expect(changes.reply.changes).toEqual([
      {
        kind: 'meal_added',
        day: NEXT_MONDAY,
        meal: 'lunch',
        dishId: null,
        dishName: '',
        before: null,
        after: 1,
        orders: 0,
      },
    ])
    const { reply } = await publish(cook, NEXT_MONDAY)
    expect([reply.week.version, reply.week.published?.by]).toEqual([1, '孙大勺'])
    const { manager } = app.dataSource
    const sitting = await manager.findOneByOrFail(Sitting, { day: NEXT_MONDAY, meal: 'lunch' })
    const at = (time: string) => new Date(`${NEXT_MONDAY}T${time}:00.000+08:00`)
    expect(sitting).toMatchObject({
      freezeAt: at('10:00'),
      cutOffAt: at('11:00'),
      servingFrom: at('10:45'),
      servingTo: at('12:00'),
      opensAt: new Date('2026-11-16T07:00:00.000+08:00'),
      poolSteps: [{ from: at('11:30').toISOString(), keptPercent: 0 }],
    })
    expect(await manager.countBy(Slot, { sittingId: sitting.id, capacity: 7 })).toBe(5)
    const [offer] = await manager.findBy(Offer, { sittingId: sitting.id })
    expect(offer).toMatchObject({ capacityHalves: 40, keptHalves: 16, listFen: 1400, halfFen: 800 })
    const resident = lunch.api.as((await lunch.make.elder(70)).id)
    const [slot] = await manager.findBy(Slot, { sittingId: sitting.id })
    const lines = [{ offerId: offer!.id, quantity: 1, portion: 'half' as const }]
    await order(resident, { sittingId: sitting.id, slotId: slot!.id, lines })
  })

  it('tells the second of two who publish from the same draft who was first', async () => {
    const meal = await todaysLunch()
    await draft(cook, THIS_MONDAY, [{ ...meal, dishes: [{ ...meal.dishes[0]!, portions: 40 }, meal.dishes[1]!] }])
    const { revision } = await weekOf(cook, THIS_MONDAY)
    const second = await cookOf(lunch, '许大勺')
    expect((await publish(cook, THIS_MONDAY, { revision })).status).toBe(200)
    const late = await draft(second, THIS_MONDAY, [meal], revision)
    expect(late.problem).toMatchObject({ code: 'menus.changed_meanwhile', params: { by: '孙大勺', at: '今天 10:00' } })
    expect(refusalOf(await publish(second, THIS_MONDAY))).toBe('409 menus.nothing_to_publish')
  })

  it('is done once, however often the same tap arrives', async () => {
    const meal = await todaysLunch()
    await draft(cook, THIS_MONDAY, [{ ...meal, dishes: [{ ...meal.dishes[0]!, portions: 31 }, meal.dishes[1]!] }])
    const { revision } = await weekOf(cook, THIS_MONDAY)
    const tap = { params: { monday: THIS_MONDAY }, body: { revision }, idempotencyKey: newKey() }
    const first = await cook.call('POST /menus/weeks/:monday/publish', tap)
    const again = await cook.call('POST /menus/weeks/:monday/publish', tap)
    expect([first.status, again.status, again.reply.week.version]).toEqual([200, 200, 1])
    const { items } = (
      await cook.call('GET /menus/weeks/:monday/versions', { params: { monday: THIS_MONDAY }, query: {} })
    ).reply
    expect(items).toMatchObject([
      { version: 1, publishedBy: '孙大勺', changes: [{ kind: 'portions', before: 30, after: 31 }] },
    ])
  })

  it('never goes below what is sold, and names the dish', async () => {
    const resident = lunch.api.as((await lunch.make.person()).id)
    await order(resident, { lines: [{ offerId: lunch.meat.id, quantity: 3 }] })
    const meal = await todaysLunch()
    await draft(cook, THIS_MONDAY, [{ ...meal, dishes: [{ ...meal.dishes[0]!, portions: 2 }, meal.dishes[1]!] }])
    expect((await publish(cook, THIS_MONDAY)).problem).toMatchObject({
      code: 'menus.below_sold',
      params: { dishName: '红烧狮子头', sold: '3' },
    })
    expect(await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.meat.id })).toMatchObject({
      capacityHalves: 60,
    })
  })

  it('keeps the price of what is ordered, and tells who ordered it', async () => {
    const person = await lunch.make.person()
    const eater = lunch.api.as(person.id)
    const { payFen } = await order(eater)
    const other = await lunch.make.person()
    await order(lunch.api.as(other.id), { lines: [{ offerId: lunch.rice.id, quantity: 1 }] })
    const meal = await todaysLunch()
    await draft(cook, THIS_MONDAY, [
      { ...meal, dishes: [{ ...meal.dishes[0]!, listFen: 1400, halfFen: 800 }, meal.dishes[1]!] },
    ])
    expect((await publish(cook, THIS_MONDAY)).reply.told).toBe(1)
    expect(await balance(eater)).toBe(10_000 - payFen)
    const notices = await app.dataSource.manager.findBy(Notice, { kind: 'menu_changed' })
    expect(notices.map(({ personId, body }) => [personId, body])).toEqual([
      [person.id, '「红烧狮子头」从 ¥12.00 改成 ¥14.00。已经订的还是原来的价钱'],
    ])
    // A crash before it was noted that everybody is told: the next round tells nobody twice.
    await app.dataSource.manager.query('UPDATE menus_version SET settled_at = NULL')
    await app.nest.get(SettlingService).finish()
    expect(await app.dataSource.manager.countBy(Notice, { kind: 'menu_changed' })).toBe(1)
  })

  it('tells of a 小份 that costs more, or is not sold any more, only who has one', async () => {
    const [small, whole] = [await lunch.make.person(), await lunch.make.person()]
    await order(lunch.api.as(small.id), { lines: [{ offerId: lunch.meat.id, quantity: 1, portion: 'half' }] })
    await order(lunch.api.as(whole.id))
    const meal = await todaysLunch()
    const halfFor = async (halfFen: number | null) => {
      await draft(cook, THIS_MONDAY, [{ ...meal, dishes: [{ ...meal.dishes[0]!, halfFen }, meal.dishes[1]!] }])
      return (await publish(cook, THIS_MONDAY)).reply.told
    }
    expect([await halfFor(800), await halfFor(null)]).toEqual([1, 1])
    const notices = await app.dataSource.manager.find(Notice, { where: { kind: 'menu_changed' }, order: { id: 'ASC' } })
    expect(notices.map(({ personId, body }) => [personId, body])).toEqual([
      [small.id, '「红烧狮子头」小份从 ¥7.00 改成 ¥8.00。已经订的还是原来的价钱'],
      [small.id, '「红烧狮子头」小份以后不卖了。已经订的还是原来的价钱'],
    ])
  })

  it('changes nothing of a meal that is over or closed', async () => {
    const meal = await todaysLunch()
    app.clock.set('2026-11-23T06:00:00.000Z')
    await draft(cook, THIS_MONDAY, [{ ...meal, dishes: [onMenu(lunch.meat.dishId, { portions: 99 })] }])
    expect((await todaysLunch()).dishes.map(({ portions }) => portions)).toEqual([30, 200])
    expect(refusalOf(await publish(cook, THIS_MONDAY))).toBe('409 menus.nothing_to_publish')
  })

  it('leaves no published meal without a dish', async () => {
    const meal = await todaysLunch()
    expect(refusalOf(await draft(cook, THIS_MONDAY, [{ ...meal, dishes: [] }]))).toBe('409 menus.close_instead')
  })

  it.each([
    ['the same dish twice', '422 menus.duplicate_dish', (id: string) => [onMenu(id), onMenu(id)]],
    ['more put aside than is cooked', '422 request.invalid', (id: string) => [onMenu(id, { keptPortions: 31 })]],
    ['a 小份 at the price of a whole', '422 request.invalid', (id: string) => [onMenu(id, { halfFen: 1200 })]],
    ['no portion at all', '422 request.invalid', (id: string) => [onMenu(id, { portions: 0 })]],
  ])('refuses %s', async (_, refusal, dishes) => {
    const meal: MenuMeal = { day: NEXT_MONDAY, meal: 'lunch', dishes: dishes(lunch.meat.dishId) }
    expect(refusalOf(await draft(cook, NEXT_MONDAY, [meal]))).toBe(refusal)
  })
})

describe('a dish that people have ordered and that is taken off', () => {
  const takeOff = async (more: string[] = []): Promise<void> => {
    const meal = await todaysLunch()
    const dishes = [
      ...meal.dishes.filter(({ dishId }) => dishId !== lunch.meat.dishId),
      ...more.map((id) => onMenu(id)),
    ]
    expect((await draft(cook, THIS_MONDAY, [{ ...meal, dishes }])).status).toBe(200)
  }

  it('goes back to the fen, once, and each person is told once what changed', async () => {
    const elder = await lunch.make.elder(70)
    const eater = lunch.api.as(elder.id)
    const both = [
      { offerId: lunch.meat.id, quantity: 1 },
      { offerId: lunch.rice.id, quantity: 1 },
    ]
    const { id, lines, payFen } = await order(eater, { lines: both })
    const only = await lunch.make.person()
    const onlyMeat = await order(lunch.api.as(only.id))
    const bystander = await lunch.make.person()
    await order(lunch.api.as(bystander.id), { lines: [both[1]!] })
    await takeOff([await spareDish(cook, '葱油鸡')])

    const { reply } = await publish(cook, THIS_MONDAY, { dropShown: true })
    expect([reply.refundedOrders, reply.told]).toEqual([2, 2])
    const meat = lines.find(({ dishName }) => dishName === '红烧狮子头')!
    expect(await balance(eater)).toBe(10_000 - payFen + meat.payFen)
    expect(await balance(lunch.api.as(only.id))).toBe(10_000)
    const after = (await eater.call('GET /canteen/orders/:id', { params: { id } })).reply
    expect([after.status, after.refundedFen]).toEqual(['paid', meat.payFen])
    const ended = await lunch.api.as(only.id).call('GET /canteen/orders/:id', { params: { id: onlyMeat.id } })
    expect(ended.reply.status).toBe('cancelled_by_canteen')
    const notices = await app.dataSource.manager.findBy(Notice, { kind: 'menu_changed' })
    expect(new Map(notices.map(({ personId, body }) => [personId, body]))).toEqual(
      new Map([
        [
          elder.id,
          `「红烧狮子头」不做了，换成「葱油鸡」。¥${(meat.payFen / 100).toFixed(2)} 已经退回钱包，其他的菜照旧`,
        ],
        [only.id, '「红烧狮子头」不做了，换成「葱油鸡」。¥12.00 已经退回钱包，这一单就取消了，想吃别的可以再订'],
      ]),
    )
    expect(notices).toHaveLength(2)
    expect(await app.dataSource.manager.sum(Entry, 'amountFen')).toBe(0)
  })

  it('is told to who eats it as theirs, and to who ordered it for somebody with whose it is', async () => {
    const family = await setFamily(app, lunch)
    await family.byCode()
    await family.orderForMother()
    await takeOff()
    await publish(cook, THIS_MONDAY, { dropShown: true })
    const told = await app.dataSource.manager.findBy(Notice, { kind: 'menu_changed' })
    expect(new Map(told.map(({ personId, title }) => [personId, title]))).toEqual(
      new Map([
        [family.motherId, '今天午餐菜单改了'],
        [family.daughterId, '王秀珍的今天午餐菜单改了'],
      ]),
    )
  })

  it('is told with the price of another dish of the same order as one order, in one notice', async () => {
    const person = await lunch.make.person()
    const lines = [lunch.meat, lunch.rice].map(({ id: offerId }) => ({ offerId, quantity: 1 }))
    await order(lunch.api.as(person.id), { lines })
    const meal = await todaysLunch()
    const dearer = meal.dishes
      .filter(({ dishId }) => dishId === lunch.rice.dishId)
      .map((dish) => ({ ...dish, listFen: 150 }))
    await draft(cook, THIS_MONDAY, [{ ...meal, dishes: dearer }])
    const { reply } = await publish(cook, THIS_MONDAY, { dropShown: true })
    expect([reply.refundedOrders, reply.told]).toEqual([1, 1])
    const told = await app.dataSource.manager.findBy(Notice, { kind: 'menu_changed' })
    expect(told.map(({ body }) => body)).toEqual(['「红烧狮子头」不做了。¥12.00 已经退回钱包，其他的菜照旧'])
  })

  it('is seen by nobody and ordered by nobody any more, and may come back with all its portions', async () => {
    await order(lunch.api.as((await lunch.make.person()).id))
    await takeOff()
    await publish(cook, THIS_MONDAY, { dropShown: true })
    const resident = lunch.api.as((await lunch.make.person()).id)
    const seen = await resident.call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id } })
    expect(seen.reply.offers.map(({ dish }) => dish.name)).toEqual(['白米饭'])
    const wish = { body: lunch.body(), idempotencyKey: newKey() }
    expect(refusalOf(await resident.call('POST /canteen/orders', wish))).toBe('422 canteen.offer_not_found')

    const meal = await todaysLunch()
    await draft(cook, THIS_MONDAY, [{ ...meal, dishes: [...meal.dishes, onMenu(lunch.meat.dishId, { portions: 5 })] }])
    expect((await publish(cook, THIS_MONDAY)).reply.changes).toMatchObject([{ kind: 'dish_added', after: 5 }])
    await order(resident, { lines: [{ offerId: lunch.meat.id, quantity: 5 }] })
  })

  it('ends whole what is not paid yet, so that nobody pays for it', async () => {
    const person = await lunch.make.person()
    const waiting = await order(lunch.api.as(person.id), { payBy: 'counter' })
    expect(waiting.status).toBe('placed')
    await takeOff()
    await publish(cook, THIS_MONDAY, { dropShown: true })
    const after = await lunch.api.as(person.id).call('GET /canteen/orders/:id', { params: { id: waiting.id } })
    expect([after.reply.status, after.reply.refundedFen]).toEqual(['cancelled_by_canteen', 0])
    expect(await app.dataSource.manager.findOneByOrFail(Offer, { id: lunch.meat.id })).toMatchObject({
      soldHalves: 0,
      capacityHalves: 0,
    })
  })

  it('ends whole what was given up for somebody else, and tells each of its people all that goes back, and to whom', async () => {
    const mother = await lunch.make.person({ name: '王秀珍' })
    const daughter = await lunch.make.person({ name: '周敏' })
    await lunch.make.mandate(daughter.id, mother.id)
    const lines = [lunch.meat, lunch.rice].map(({ id: offerId }) => ({ offerId, quantity: 1 }))
    const { id } = await order(lunch.api.as(daughter.id), { lines, forPersonId: mother.id })
    app.clock.set('2026-11-23T02:40:00.000Z')
    await lunch.api.as(mother.id).call('POST /canteen/orders/:id/offer', { params: { id }, idempotencyKey: newKey() })
    await takeOff()
    await publish(cook, THIS_MONDAY, { dropShown: true })
    const told = await app.dataSource.manager.findBy(Notice, { kind: 'menu_changed' })
    const words = (whose: string) =>
      `「红烧狮子头」不做了。¥13.00 已经退回${whose}钱包，这一单就取消了，想吃别的可以再订`
    expect(new Map(told.map(({ personId, body }) => [personId, body]))).toEqual(
      new Map([
        [mother.id, words('周敏的')],
        [daughter.id, words('')],
      ]),
    )
    expect(await balance(lunch.api.as(daughter.id))).toBe(10_000)
  })

  it('is finished by the next round when a crash came in between, and nothing happens twice', async () => {
    const person = await lunch.make.person()
    await order(lunch.api.as(person.id))
    await takeOff()
    await publish(cook, THIS_MONDAY, { dropShown: true })
    const { manager } = app.dataSource
    await manager.query('UPDATE menus_version SET settled_at = NULL')
    await app.nest.get(SettlingService).finish()
    expect((await manager.find(MenuVersion)).every(({ settledAt }) => settledAt !== null)).toBe(true)
    expect(await balance(lunch.api.as(person.id))).toBe(10_000)
    expect(await manager.countBy(Notice, { kind: 'menu_changed' })).toBe(1)
  })
})
