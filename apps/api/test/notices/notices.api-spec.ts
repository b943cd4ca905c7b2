import { newKey, refusalOf } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
})

it('tells the eater number, time and window, counts what is unread, and forgets the dot once it is read', async () => {
  const person = lunch.api.as((await lunch.make.elder(70, { name: '张阿姨' })).id)
  await person.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
  const { reply } = await person.call('GET /notices')
  expect(reply.items).toMatchObject([
    {
      kind: 'order_placed',
      title: '今天午餐订好了，取餐号 A001',
      body: '11:40 到香泉社区食堂 3 号窗口取',
      read: false,
    },
  ])
  expect((await person.call('GET /notices/unread')).reply).toEqual({ count: 1, todo: 0 })
  const { id } = reply.items[0]!
  expect((await person.call('POST /notices/:id/read', { params: { id } })).reply).toEqual({ read: true })
  expect((await person.call('POST /notices/:id/read', { params: { id } })).status).toBe(200)
  expect((await person.call('GET /notices/unread')).reply).toEqual({ count: 0, todo: 0 })
})

it('shows nobody the notice of another', async () => {
  const person = lunch.api.as((await lunch.make.person()).id)
  await person.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
  const { id } = (await person.call('GET /notices')).reply.items[0]!
  const stranger = lunch.api.as((await lunch.make.person()).id)
  expect((await stranger.call('GET /notices')).reply.items).toEqual([])
  expect(refusalOf(await stranger.call('POST /notices/:id/read', { params: { id } }))).toBe('404 notices.not_found')
})

it('names a day as it is on the day on which one reads: tomorrow’s lunch is today’s in the morning', async () => {
  const person = lunch.api.as((await lunch.make.elder(70)).id)
  app.clock.set('2026-11-22T12:00:00.000Z')
  await person.call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() })
  const title = async () => (await person.call('GET /notices')).reply.items[0]?.title
  expect(await title()).toBe('明天午餐订好了，取餐号 A001')
  app.clock.set('2026-11-22T16:00:00.000Z')
  expect(await title()).toBe('今天午餐订好了，取餐号 A001')
  app.clock.set('2026-11-25T02:00:00.000Z')
  expect(await title()).toBe('11月23日午餐订好了，取餐号 A001')
})
