import { newId } from '../../src/common/new-id.js'
import { Address } from '../../src/delivery/address.entity.js'
import { Estate } from '../../src/delivery/estate.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { DOOR, setDelivery, type Delivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { PersonalDataService } from '../../src/privacy/personal-data.service.js'
import { Transactions } from '../../src/database/transactions.js'
import { Standing } from '../../src/delivery/standing.entity.js'

let app: TestApp
let lunch: Lunch
let delivery: Delivery
let elderId: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  delivery = await setDelivery(app, lunch)
  elderId = (await lunch.make.elder(82, { name: '陈桂珍' })).id
})

it('keeps every field of a door, and nothing of it readable in the database', async () => {
  const api = lunch.api.as(elderId)
  const contacts = [{ name: '周女士', relation: '女儿', phone: '13800000145' }]
  const body = { ...DOOR, estateId: delivery.near.id, building: '9 号楼', unit: '2单元', room: '四楼402 室', contacts }
  const kept = ok(await api.call('POST /delivery/addresses', { body, idempotencyKey: newKey() }))
  const { id, ...rest } = kept
  expect(rest).toEqual({
    ...DOOR,
    contacts,
    unit: '2',
    estateId: delivery.near.id,
    estateName: '香泉苑',
    canteenId: lunch.canteen.id,
    room: '四楼402',
    text: '香泉苑 9 号 2 单元 四楼402 室',
  })
  const row = JSON.stringify(await app.dataSource.manager.findOneByOrFail(Address, { id }))
  // Words that no id and no sealed text can hold by chance.
  for (const word of ['四楼402', '耳背', '小李', '周女士', '13800000145']) expect(row).not.toContain(word)
  const changed = await api.call('PUT /delivery/addresses/:id', {
    params: { id },
    body: { ...DOOR, estateId: delivery.far.id, room: '501', floor: 5 },
  })
  expect(ok(changed)).toMatchObject({ id, text: '七街坊 9 号 501 室', floor: 5, contacts: [] })
})

it('is seen and written by who may order for its person, and by nobody else', async () => {
  const daughter = (await lunch.make.person({ name: '周敏' })).id
  const stranger = lunch.api.as((await lunch.make.person()).id)
  const id = await delivery.address(elderId)
  const query = { forPersonId: elderId }
  const body = { ...DOOR, estateId: delivery.near.id }
  const params = { id }
  expect(refusalOf(await stranger.call('GET /delivery/addresses', { query }))).toBe('403 people.no_mandate')
  expect(refusalOf(await stranger.call('PUT /delivery/addresses/:id', { params, body }))).toBe(
    '404 delivery.address_not_found',
  )
  expect(refusalOf(await stranger.call('DELETE /delivery/addresses/:id', { params }))).toBe(
    '404 delivery.address_not_found',
  )
  await lunch.make.mandate(daughter, elderId)
  const { items } = ok(await lunch.api.as(daughter).call('GET /delivery/addresses', { query }))
  expect(items.map((one) => one.id)).toEqual([id])
})

it('lets a meal be ordered to it, and only by the canteen whose run passes it', async () => {
  const addressId = await delivery.address(elderId)
  const orderId = await delivery.order(elderId, addressId)
  const { reply } = await lunch.api.as(elderId).call('GET /canteen/orders/:id', { params: { id: orderId } })
  expect(reply).toMatchObject({ mode: 'delivery', address: '香泉苑 9 号 402 室', slot: null })
  const { modes } = (
    await lunch.api.as(elderId).call('GET /canteen/sittings/:id', { params: { id: lunch.sitting.id } })
  ).reply
  expect(modes).toContain('delivery')
  const other = await lunch.make.canteen('七街坊食堂')
  const sitting = await lunch.make.lunch(other.id)
  const offer = await lunch.make.offer(sitting)
  const body = lunch.body({
    sittingId: sitting.id,
    lines: [{ offerId: offer.id, quantity: 1 }],
    mode: 'delivery',
    addressId,
  })
  const answer = await lunch.api.as(elderId).call('POST /canteen/orders', { body, idempotencyKey: newKey() })
  expect(refusalOf(answer)).toBe('422 canteen.address_out_of_reach')
})

it('is not taken away while a meal is to go there, and still reads on old orders afterwards', async () => {
  const api = lunch.api.as(elderId)
  const addressId = await delivery.address(elderId)
  const id = await delivery.order(elderId, addressId)
  const remove = () => api.call('DELETE /delivery/addresses/:id', { params: { id: addressId } })
  expect(refusalOf(await remove())).toBe('409 delivery.address_in_use')
  await api.call('POST /canteen/orders/:id/cancel', { params: { id }, idempotencyKey: newKey() })
  expect(ok(await remove())).toEqual({ removed: true })
  expect(ok(await api.call('GET /delivery/addresses')).items).toEqual([])
  const { reply } = await api.call('GET /canteen/orders/:id', { params: { id } })
  expect(reply.address).toBe('香泉苑 9 号 402 室')
  const body = lunch.body({ mode: 'delivery', addressId })
  expect(refusalOf(await api.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))).toBe(
    '422 canteen.address_out_of_reach',
  )
})

it('is not read any more by who ordered a meal to it, once their mandate has ended', async () => {
  const elder = lunch.api.as(elderId)
  const daughterId = (await lunch.make.person({ name: '周敏' })).id
  const daughter = lunch.api.as(daughterId)
  await lunch.make.mandate(daughterId, elderId)
  const addressId = await delivery.address(elderId)
  const { slotId: _, ...body } = lunch.body({ mode: 'delivery', addressId, forPersonId: elderId })
  const { id } = ok(await daughter.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
  const read = async (api: Api) => ok(await api.call('GET /canteen/orders/:id', { params: { id } })).address
  expect(await read(daughter)).toBe('香泉苑 9 号 402 室')
  const { agents } = ok(await elder.call('GET /mandates'))
  ok(await elder.call('POST /mandates/:id/revoke', { params: { id: agents[0]?.id ?? '' } }))
  const moved = { ...DOOR, estateId: delivery.near.id, building: '12', room: '101' }
  ok(await elder.call('PUT /delivery/addresses/:id', { params: { id: addressId }, body: moved }))
  expect(await read(daughter)).toBeNull()
  expect(refusalOf(await daughter.call('GET /delivery/orders/:id', { params: { id } }))).toBe(
    '404 canteen.order_not_found',
  )
  expect(await read(elder)).toBe('香泉苑 12 号 101 室')
})

it('has a house and a room with a number', async () => {
  const api = lunch.api.as(elderId)
  const body = { ...DOOR, estateId: delivery.near.id, building: ' 号 ', room: '室' }
  const { problem } = await api.call('POST /delivery/addresses', { body, idempotencyKey: newKey() })
  expect(problem.fields).toEqual([
    { path: 'building', rule: 'number', message: '要写几号' },
    { path: 'room', rule: 'number', message: '要写几号' },
  ])
})

it('does not move onto the run of another canteen while a meal of this one is to go there', async () => {
  const addressId = await delivery.address(elderId)
  const id = await delivery.order(elderId, addressId)
  const canteenId = (await lunch.make.canteen('七街坊食堂')).id
  const place = {
    name: '三街坊',
    runNumber: 1,
    position: 1,
    committeeName: '居委林老师',
    committeePhone: '021-55500120',
  }
  const other = { id: newId(), canteenId, ...place }
  await app.nest.get(Transactions).run((tx) => tx.insert(Estate, other))
  const api = lunch.api.as(elderId)
  const move = (estateId: string) =>
    api.call('PUT /delivery/addresses/:id', { params: { id: addressId }, body: { ...DOOR, estateId } })
  expect(refusalOf(await move(other.id))).toBe('409 delivery.address_in_use')
  expect(ok(await move(delivery.far.id)).estateName).toBe('七街坊')
  await api.call('POST /canteen/orders/:id/cancel', { params: { id }, idempotencyKey: newKey() })
  expect(ok(await move(other.id)).canteenId).toBe(other.canteenId)
})

it('refuses an estate without a run, a sixth address, and what is not a phone', async () => {
  const api = lunch.api.as(elderId)
  const add = (body: object) => api.raw('POST /delivery/addresses', { body, idempotencyKey: newKey() })
  const body = { ...DOOR, estateId: delivery.near.id }
  expect(refusalOf(await add({ ...body, estateId: elderId }))).toBe('422 delivery.estate_not_found')
  expect(
    (await add({ ...body, contacts: [{ name: '周', relation: '', phone: '12' }] })).problem.fields?.[0]?.path,
  ).toBe('contacts.0.phone')
  for (let n = 0; n < 5; n += 1) expect((await add(body)).status).toBe(201)
  expect(refusalOf(await add(body))).toBe('409 delivery.too_many_addresses')
})

it('is given out with everything around it, and forgotten with its person', async () => {
  const addressId = await delivery.address(elderId)
  await delivery.standing(elderId, addressId, { note: '放微波炉里' })
  const data = app.nest.get(PersonalDataService)
  const given = JSON.stringify((await data.export(elderId))['delivery'])
  for (const word of ['香泉苑 9 号 402 室', '敲重一点，耳背', '小李', '放微波炉里', '荤']) expect(given).toContain(word)
  await app.nest.get(Transactions).run((tx) => data.erase(tx, elderId, app.clock.now()))
  const left = JSON.stringify((await data.export(elderId))['delivery'])
  for (const word of ['402 室', '耳背', '小李', '微波炉', '荤']) expect(left).not.toContain(word)
  const { manager } = app.dataSource
  expect((await manager.findOneByOrFail(Standing, { eaterId: elderId })).endedAt).not.toBeNull()
  expect((await manager.findOneByOrFail(Address, { id: addressId })).retiredAt).not.toBeNull()
})

it('is never what somebody at the window means by a number that another meal has too', async () => {
  const cook = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
  const brought = await delivery.order(elderId, await delivery.address(elderId))
  const find = async () => ok(await cook.call('GET /canteen/pickups', { query: { code: 'A001' } })).items
  expect((await find()).map(({ orderId }) => orderId)).toEqual([brought])
  const supper = await lunch.make.lunch(lunch.canteen.id, { meal: 'dinner' })
  const offer = await lunch.make.offer(supper)
  const slot = await lunch.make.slot(supper)
  const body = lunch.body({ sittingId: supper.id, lines: [{ offerId: offer.id, quantity: 1 }], slotId: slot.id })
  const guest = lunch.api.as((await lunch.make.person()).id)
  const { id, pickupNumber } = ok(await guest.call('POST /canteen/orders', { body, idempotencyKey: newKey() }))
  expect([pickupNumber, (await find()).map(({ orderId }) => orderId)]).toEqual(['A001', [id]])
})
