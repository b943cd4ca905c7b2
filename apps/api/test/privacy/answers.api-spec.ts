import { RequestKey } from '../../src/common/request-key.entity.js'
import { newKey } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { DOOR, setDelivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { setLunch } from '../support/lunch.js'
import { findEverywhere } from '../support/tables.js'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

it('an answer that is kept for a repeat tells nobody who reads the database where somebody lives or whom to call', async () => {
  const lunch = await setLunch(app)
  const delivery = await setDelivery(app, lunch)
  const elder = await lunch.make.elder(82, { name: '陈桂珍' })
  const contacts = [{ name: '周女士', relation: '女儿', phone: '13800000145' }]
  // Not in digits: four of them stand in an id now and then.
  const door = { ...DOOR, estateId: delivery.near.id, building: '9', room: '七四〇二', note: '敲窗子', contacts }
  const [key, api] = [newKey(), lunch.api.as(elder.id)]
  const keep = () => api.call('POST /delivery/addresses', { body: door, idempotencyKey: key })
  const address = ok(await keep())
  const orderId = await delivery.order(elder.id, address.id)
  app.clock.set('2026-11-23T03:00:00.000Z')
  const runId = await delivery.runId(delivery.zhou, 1)
  await delivery.leave(delivery.zhou, runId)
  const handOver = { params: { id: orderId }, body: { how: 'seen' as const }, idempotencyKey: newKey() }
  const handed = ok(await delivery.zhou.call('POST /delivery/stops/:id/hand-over', handOver))
  expect(handed.door).toContain('七四〇二')
  expect(await app.dataSource.manager.count(RequestKey)).toBeGreaterThan(2)
  expect(await findEverywhere(app.dataSource, ['七四〇二', '敲窗子', '13800000145', '周女士'])).toEqual([])
  // The same tap is answered the same all the same.
  expect((await keep()).reply).toEqual(address)
  expect((await delivery.zhou.call('POST /delivery/stops/:id/hand-over', handOver)).reply).toEqual(handed)
})
