import type { KeepSampleRequest } from '@wanli/contracts/kitchen'

import { Transactions } from '../../src/database/transactions.js'
import { Sample } from '../../src/kitchen/sample.entity.js'
import { Access } from '../../src/privacy/access.entity.js'
import { Audit } from '../../src/privacy/audit.entity.js'
import { ContactsService } from '../../src/people/contacts.service.js'
import { RequestKey } from '../../src/common/request-key.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { openKitchen, type Kitchen } from '../support/kitchen.js'
import { closing, setLunch, type Lunch } from '../support/lunch.js'
import { photo, sendPicture } from '../support/pictures.js'

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

const keep = (change: Partial<KeepSampleRequest> = {}, api: Api = kitchen.cook) =>
  api.call('POST /canteen/kitchen/sittings/:id/samples', {
    params: { id: lunch.sitting.id },
    body: { dishId: lunch.meat.dishId, grams: 150, place: '1 号冰箱 2 层', ...change },
    idempotencyKey: newKey(),
  })
const samples = async () =>
  ok(await kitchen.cook.call('GET /canteen/kitchen/sittings/:id/samples', { params: { id: lunch.sitting.id } }))
const discard = (id: string) =>
  kitchen.cook.call('POST /canteen/kitchen/samples/:id/discard', { params: { id }, idempotencyKey: newKey() })

describe('a sample', () => {
  it('is due of no dish of a meal that was closed before the kitchen counted, since nothing was cooked', async () => {
    kitchen.at('10:20')
    ok(await kitchen.cook.call('POST /menus/closings', closing(lunch.sitting)))
    kitchen.at('11:30')
    expect(await samples()).toMatchObject({ dishes: [], late: false })
  })

  it('stays, with what is missing, where the meal was closed after the count', async () => {
    await keep()
    ok(await kitchen.cook.call('POST /menus/closings', closing(lunch.sitting)))
    const { dishes, late } = await samples()
    expect([late, dishes.map(({ sample }) => sample?.grams ?? null)]).toEqual([false, [150, null]])
  })

  it('is due of every dish of the menu, and kept with weight, place, photo, person and 48 hours', async () => {
    expect((await samples()).dishes).toMatchObject([
      { name: '红烧狮子头', sample: null },
      { name: '白米饭', sample: null },
    ])
    const photoId = (await sendPicture(app, kitchen.cook, await photo())).reply.id
    const kept = await keep({ grams: 130, photoId })
    expect(kept.status).toBe(201)
    expect(kept.reply).toMatchObject({
      dishName: '红烧狮子头',
      grams: 130,
      place: '1 号冰箱 2 层',
      takenBy: '孙大勺',
      takenAt: '2026-11-23T02:45:00.000Z',
      keepUntil: '2026-11-25T02:45:00.000Z',
      discardedAt: null,
    })
    const after = await samples()
    expect(after.dishes[0]?.sample?.id).toBe(kept.reply.id)
    expect(after.boxes).toHaveLength(1)
    expect((await kitchen.board()).totals[0]).toMatchObject({ made: 1, total: 1 })
  })

  it('of 124 grams is refused by the rule, and by the table', async () => {
    const light = await keep({ grams: 124 })
    expect(refusalOf(light)).toBe('422 kitchen.sample_too_light')
    expect(light.problem.detail).toBe('留样每盒至少 125 克，请再加一点')
    const { reply } = await keep({ grams: 125 })
    await expect(app.dataSource.manager.update(Sample, { id: reply.id }, { grams: 124 })).rejects.toThrow(
      'ck_kitchen_sample_grams',
    )
  })

  it('is one of a dish and meal, however many write at once', async () => {
    const answers = await Promise.all([...Array(6).keys()].map(() => keep()))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await app.dataSource.manager.count(Sample)).toBe(1)
    // Whoever is second in the same moment is told who was first, as whoever comes later is.
    const details = answers.filter(({ status }) => status !== 201).map(({ problem }) => problem.detail)
    expect(new Set(details)).toEqual(new Set(['10:45 孙大勺已经留过这道菜了']))
    const again = await keep()
    expect(refusalOf(again)).toBe('409 kitchen.sample_kept')
    expect(again.problem.detail).toBe('10:45 孙大勺已经留过这道菜了')
  })

  it('is of a dish of the meal, after the freeze', async () => {
    expect(refusalOf(await keep({ dishId: lunch.slot.id }))).toBe('404 kitchen.dish_not_found')
    kitchen.at('10:00')
    expect(refusalOf(await keep())).toBe('409 kitchen.not_frozen')
  })

  it('that is missing when serving begins raises the alarm, until it is there', async () => {
    await keep()
    expect((await samples()).late).toBe(false)
    kitchen.at('11:00')
    expect(await samples()).toMatchObject({ late: true, dueAt: '2026-11-23T03:00:00.000Z' })
    expect((await kitchen.board()).samplesLate).toBe(1)
    expect(ok(await kitchen.cook.call('GET /canteen/kitchen'))).toMatchObject({
      samplesLate: 1,
      samplesLateAt: [{ sittingId: lunch.sitting.id, dishes: 1 }],
    })
    await keep({ dishId: lunch.rice.dishId })
    expect((await samples()).late).toBe(false)
    expect((await kitchen.board()).samplesLate).toBe(0)
  })

  it('is not due of a dish that was taken off and that nobody has', async () => {
    await kitchen.order()
    await kitchen.takeOffMeat()
    kitchen.at('11:00')
    expect(await samples()).toMatchObject({ late: true, dishes: [{ name: '白米饭' }] })
    expect((await kitchen.board()).samplesLate).toBe(1)
    await keep({ dishId: lunch.rice.dishId })
    expect(await samples()).toMatchObject({ late: false, dishes: [{ name: '白米饭' }] })
    expect((await kitchen.board()).samplesLate).toBe(0)
    expect(ok(await kitchen.cook.call('GET /canteen/kitchen')).samplesLate).toBe(0)
    expect((await kitchen.sheet()).samples).toMatchObject({ kept: 1, dishes: 1 })
    expect(refusalOf(await keep())).toBe('404 kitchen.dish_not_found')
  })

  it('is due of a dish that was taken off while somebody has it, and of each dish, whatever else is kept', async () => {
    const { id } = await kitchen.order({ mode: 'pick_up' })
    kitchen.at('11:00')
    await keep()
    ok(await kitchen.cook.call('POST /canteen/pickups', { body: { code: 'A001' }, idempotencyKey: newKey() }))
    await kitchen.takeOffMeat()
    expect(await samples()).toMatchObject({ late: true, dishes: [{ sample: { grams: 150 } }, { sample: null }] })
    const eaten = { params: { id: lunch.sitting.id, dishId: lunch.meat.dishId } }
    const { items } = ok(await kitchen.cook.call('GET /canteen/kitchen/sittings/:id/dishes/:dishId/eaters', eaten))
    expect(items.map(({ orderId }) => orderId)).toEqual([id])
  })

  it('that is kept of a dish taken off afterwards does not stand for another dish', async () => {
    await keep()
    await kitchen.takeOffMeat()
    kitchen.at('11:00')
    expect(await samples()).toMatchObject({ late: true, dishes: [{ name: '白米饭', sample: null }] })
    expect((await kitchen.sheet()).samples).toMatchObject({ kept: 0, dishes: 1 })
  })

  it('is taken away after 48 hours, once, and not before', async () => {
    const { id } = (await keep()).reply
    app.clock.set('2026-11-25T02:44:59.000Z')
    const young = await discard(id)
    expect(refusalOf(young)).toBe('409 kitchen.sample_too_young')
    expect(young.problem.detail).toBe('这盒要留到 今天 10:45，现在还不能处理')
    app.clock.set('2026-11-25T02:45:00.000Z')
    expect(ok(await discard(id))).toMatchObject({ discardedBy: '孙大勺', discardedAt: '2026-11-25T02:45:00.000Z' })
    expect(refusalOf(await discard(id))).toBe('409 kitchen.sample_discarded')
    expect((await samples()).boxes).toEqual([])
    expect(refusalOf(await discard(lunch.slot.id))).toBe('404 kitchen.sample_not_found')
  })
})

describe('who ate a dish', () => {
  const of = () => ({ params: { id: lunch.sitting.id, dishId: lunch.meat.dishId } })

  it('counts each guest of the counter, who all have one account', async () => {
    kitchen.at('11:10')
    for (let n = 0; n < 3; n += 1) {
      const lines = [{ offerId: lunch.meat.id, quantity: 1 }]
      const body = { sittingId: lunch.sitting.id, lines, mode: 'dine_in' as const, payBy: 'cash' as const }
      ok(
        await kitchen.cook.call('POST /counter/orders', {
          body: { ...body, expectedPayFen: 1200 },
          idempotencyKey: newKey(),
        }),
      )
    }
    const list = ok(await kitchen.cook.call('GET /canteen/kitchen/sittings/:id/dishes/:dishId/eaters', of()))
    expect(list.people).toBe(3)
    const reveal = { ...of(), body: { reason: '有人吃坏肚子，逐个回访' } }
    const phones = ok(await kitchen.cook.call('POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones', reveal))
    expect(phones.items.map(({ pickupNumbers }) => pickupNumbers)).toEqual([['A001'], ['A002'], ['A003']])
  })

  it('is a list without names in full; the phones open with a reason that each of them can read', async () => {
    const { id: eaterId } = await lunch.make.elder(81, { name: '王秀珍' })
    const { id: otherId } = await lunch.make.person({ name: '周敏敏' })
    const contacts = app.nest.get(ContactsService, { strict: false })
    await app.nest.get(Transactions).run((tx) => contacts.keep(tx, eaterId, 'phone', '13800000181'))
    for (const id of [eaterId, otherId])
      ok(await lunch.api.as(id).call('POST /canteen/orders', { body: lunch.body(), idempotencyKey: newKey() }))
    kitchen.at('11:40')
    const handed = { body: { code: 'A001' }, idempotencyKey: newKey() }
    ok(await kitchen.cook.call('POST /canteen/pickups', handed))
    const list = ok(await kitchen.cook.call('GET /canteen/kitchen/sittings/:id/dishes/:dishId/eaters', of()))
    expect(list).toMatchObject({ dishName: '红烧狮子头', people: 2, had: 1 })
    expect(list.items).toMatchObject([
      { pickupNumber: 'A001', eaterName: '王*珍', status: 'handed_over', at: '2026-11-23T03:40:00.000Z' },
      { pickupNumber: 'A002', eaterName: '周*敏', at: null },
    ])
    expect(await app.dataSource.manager.count(Access)).toBe(0)
    const reveal = { ...of(), body: { reason: '有人吃坏肚子，逐个回访' } }
    const phones = await kitchen.cook.call('POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones', reveal)
    expect(ok(phones).items).toEqual([
      { name: '王秀珍', phone: '13800000181', pickupNumbers: ['A001'] },
      { name: '周敏敏', phone: null, pickupNumbers: ['A002'] },
    ])
    expect(phones.headers.get('cache-control')).toBe('no-store')
    const log = ok(await lunch.api.as(eaterId).call('GET /me/access-log'))
    expect(log.items).toMatchObject([{ what: '姓名和手机号', by: '孙大勺（食堂）', reason: '有人吃坏肚子，逐个回访' }])
    expect(await app.dataSource.manager.findBy(Audit, { action: 'kitchen.phones' })).toMatchObject([
      { subject: '今天午餐 红烧狮子头' },
    ])
    const answers = await app.dataSource.manager.find(RequestKey)
    expect(JSON.stringify(answers)).not.toContain('13800000181')
  })

  it('is nobody when nobody ordered it, needs a reason, and is for the canteen’s staff', async () => {
    const body = { reason: '有人吃坏肚子' }
    const ask = (api: Api, change: { reason: string } = body) =>
      api.call('POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones', { ...of(), body: change })
    expect(refusalOf(await ask(kitchen.cook))).toBe('404 kitchen.nobody_ate')
    expect((await ask(kitchen.cook, { reason: '看看' })).status).toBe(422)
    const elsewhere = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: 'elsewhere' }])
    expect(refusalOf(await ask(elsewhere))).toBe('404 canteen.sitting_not_found')
    expect((await ask(lunch.api.as((await lunch.make.person()).id))).status).toBe(403)
  })
})
