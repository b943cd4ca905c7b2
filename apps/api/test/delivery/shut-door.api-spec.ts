import type { AttemptRequest } from '@wanli/contracts/delivery'

import { Housekeeping } from '../../src/common/housekeeping.service.js'
import { Transactions } from '../../src/database/transactions.js'
import { LadderPlace } from '../../src/delivery/ladder-place.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { ContactsService } from '../../src/people/contacts.service.js'
import { Person } from '../../src/people/person.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setDelivery, type Delivery } from '../support/delivery.js'
import { ok } from '../support/family.js'
import { setLunch, type Lunch } from '../support/lunch.js'

/** Shanghai times of the lunch of 2026-11-23. */
const at = (time: string): string => new Date(`2026-11-23T${time}.000+08:00`).toISOString()

let app: TestApp
let lunch: Lunch
let delivery: Delivery
let elderId: string
let elder: Api
let daughter: Api
let orderId: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  delivery = await setDelivery(app, lunch)
  elderId = (await lunch.make.elder(82, { name: '陈桂珍' })).id
  elder = lunch.api.as(elderId)
  const daughterId = (await lunch.make.person({ name: '周敏' })).id
  daughter = lunch.api.as(daughterId)
  await lunch.make.mandate(daughterId, elderId)
  const contacts = app.nest.get(ContactsService, { strict: false })
  await app.nest.get(Transactions).run((tx) => contacts.keep(tx, elderId, 'phone', '13800000326'))
  orderId = await delivery.order(elderId, await delivery.address(elderId))
  app.clock.set(at('10:40:00'))
  await delivery.leave(delivery.zhou, await delivery.runId(delivery.zhou, 1))
  app.clock.set(at('11:44:00'))
})

const attempt = async (step: AttemptRequest['step'], outcome: AttemptRequest['outcome'] = 'no_answer') =>
  ok(
    await delivery.zhou.call('POST /delivery/stops/:id/attempts', {
      params: { id: orderId },
      body: { step, outcome },
      idempotencyKey: newKey(),
    }),
  )
/** Three minutes at the door, and the eater does not answer the courier's call. */
const stayShut = async () => {
  await attempt('knock')
  app.clock.set(at('11:47:00'))
  await attempt('self')
}
const ring = (api: Api = daughter) => api.call('POST /delivery/orders/:id/reveal', { params: { id: orderId } })
const actions = async (api: Api = daughter) =>
  ok(await api.call('GET /delivery/orders/:id', { params: { id: orderId } })).actions

describe('whom a ladder calls, when who may order for the eater changes while their door stays shut', () => {
  const keepPhone = (personId: string, number: string) => {
    const contacts = app.nest.get(ContactsService, { strict: false })
    return app.nest.get(Transactions).run((tx) => contacts.keep(tx, personId, 'phone', number))
  }
  const contact = (place: number) =>
    delivery.zhou.call('POST /delivery/stops/:id/attempts', {
      params: { id: orderId },
      body: { step: 'contact', contact: place, outcome: 'no_answer' },
      idempotencyKey: newKey(),
    })
  const number = (place: number) =>
    delivery.zhou.call('POST /delivery/stops/:id/reveal', {
      params: { id: orderId },
      body: { who: 'contact', contact: place },
    })
  const calls = async () => {
    const id = await delivery.runId(delivery.zhou, 1)
    const { stops } = ok(await delivery.zhou.call('GET /delivery/runs/:id', { params: { id } }))
    const steps = stops.find((stop) => stop.orderId === orderId)?.ladder.steps ?? []
    return steps.flatMap(({ step, contact: place, who, state }) =>
      step === 'contact' || step === 'committee' ? [`${place ?? ''} ${who?.name ?? ''} ${state}`.trim()] : [],
    )
  }
  const endOf = async (name: string) => {
    const { agents } = ok(await elder.call('GET /mandates'))
    const id = agents.find(({ person, status }) => person.name === name && status === 'live')?.id ?? ''
    ok(await elder.call('POST /mandates/:id/revoke', { params: { id } }))
  }
  let sonId: string
  beforeEach(async () => {
    const { agents } = ok(await elder.call('GET /mandates'))
    await keepPhone(agents[0]?.person.id ?? '', '13800000145')
    sonId = (await lunch.make.person({ name: '周强' })).id
    await keepPhone(sonId, '13800000167')
    await lunch.make.mandate(sonId, elderId)
  })

  it('is each in the place they had when it began: nobody is taken for who was called before', async () => {
    await stayShut()
    ok(await contact(0))
    await endOf('周敏')
    expect(await calls()).toEqual(['0 家里人 done', '1 周强 now', '居委林老师 later'])
    expect(ok(await number(1)).phone).toBe('13800000167')
    expect(refusalOf(await number(0))).toBe('404 delivery.no_phone')
    ok(await contact(1))
    expect(await calls()).toEqual(['0 家里人 done', '1 周强 done', '居委林老师 now'])
  })

  it('is not who may not be called any more, and whoever came since stands behind', async () => {
    await stayShut()
    await endOf('周敏')
    const neighbourId = (await lunch.make.person({ name: '邻居老王' })).id
    await keepPhone(neighbourId, '13800000189')
    await lunch.make.mandate(neighbourId, elderId)
    expect(await calls()).toEqual(['1 周强 now', '2 邻居老王 later', '居委林老师 later'])
    expect(refusalOf(await contact(0))).toBe('409 delivery.step_not_next')
    ok(await contact(1))
    expect(await calls()).toEqual(['1 周强 done', '2 邻居老王 now', '居委林老师 later'])
  })

  it('is forgotten on the day after, once nobody is looked for any more', async () => {
    const kept = async () => {
      await app.nest.get(Housekeeping).tidy('hour')
      return app.dataSource.manager.countBy(LadderPlace, { orderId })
    }
    await stayShut()
    ok(await contact(0))
    const places = await kept()
    expect(places).toBeGreaterThan(0)
    app.clock.set('2026-11-24T01:00:00.000Z')
    expect(await kept()).toBe(places)
    ok(
      await delivery.zhou.call('POST /delivery/stops/:id/hand-over', {
        params: { id: orderId },
        body: { how: 'seen' },
        idempotencyKey: newKey(),
      }),
    )
    expect(await kept()).toBe(0)
  })

  it('is nobody who was forgotten meanwhile: what was tried with them stays, under no name', async () => {
    const neighbourId = (await lunch.make.person({ name: '邻居老王', balanceFen: 0 })).id
    await keepPhone(neighbourId, '13800000189')
    await lunch.make.mandate(neighbourId, elderId)
    await stayShut()
    for (const place of [0, 1, 2]) ok(await contact(place))
    expect(await calls()).toEqual(['0 周敏 done', '1 周强 done', '2 邻居老王 done', '居委林老师 now'])
    // He had asked for it a week ago.
    await app.dataSource.manager.update(Person, { id: neighbourId }, { deletionAt: app.clock.now() })
    await app.nest.get(Housekeeping).tidy('tenMinutes')
    expect(await calls()).toEqual(['0 周敏 done', '1 周强 done', '2 家里人 done', '居委林老师 now'])
    expect(refusalOf(await number(2))).toBe('404 delivery.no_phone')
    await attempt('committee', 'told')
    expect((await calls()).at(-1)).toBe('居委林老师 done')
  })

  it('reads in their own access log that their number was looked at', async () => {
    await stayShut()
    await number(1)
    const { items } = ok(await lunch.api.as(sonId).call('GET /me/access-log', { query: {} }))
    expect(items).toEqual([
      expect.objectContaining({ what: '手机号', by: '周师傅（送餐员）', reason: '1 线送午餐，没人应门' }),
    ])
  })
})

describe('whoever looks after somebody whose door stays shut', () => {
  it('may ring them from when nobody answered until they are found, and not after', async () => {
    await attempt('knock')
    expect(refusalOf(await ring())).toBe('404 canteen.order_not_found')
    app.clock.set(at('11:47:00'))
    await attempt('self')
    expect(await actions()).toEqual(['ring'])
    expect(ok(await ring()).phone).toBe('13800000326')
    const body = { how: 'seen' as const }
    ok(
      await delivery.zhou.call('POST /delivery/stops/:id/hand-over', {
        params: { id: orderId },
        body,
        idempotencyKey: newKey(),
      }),
    )
    expect(await actions()).toEqual([])
    expect(refusalOf(await ring())).toBe('409 delivery.nobody_missing')
  })

  it('is seen by them: each look in the access log, and told once a day', async () => {
    await stayShut()
    await ring()
    await ring()
    const { items } = ok(await elder.call('GET /me/access-log', { query: {} }))
    expect(items.filter(({ by }) => by === '周敏')).toEqual([
      expect.objectContaining({ what: '手机号', reason: '送餐时没有人应门，打电话问问' }),
      expect.objectContaining({ what: '手机号' }),
    ])
    const told = await app.dataSource.manager.findBy(Notice, { personId: elderId, kind: 'data_viewed' })
    expect(told.map(({ body }) => body)).toEqual(['周敏看了你的手机号：送餐时没有人应门，打电话问问'])
  })

  it('may not once the mandate has ended, and nobody else may', async () => {
    await stayShut()
    expect(await actions(elder)).toEqual([])
    expect(refusalOf(await ring(elder))).toBe('403 people.no_mandate')
    expect(refusalOf(await ring(delivery.wu))).toBe('404 canteen.order_not_found')
    const { agents } = ok(await elder.call('GET /mandates'))
    ok(await elder.call('POST /mandates/:id/revoke', { params: { id: agents[0]?.id ?? '' } }))
    expect(refusalOf(await ring())).toBe('404 canteen.order_not_found')
  })

  it('may not once the mandate has ended, nor see its way, though they ordered the meal and paid it', async () => {
    const paid = lunch.body({ mode: 'delivery', addressId: await delivery.address(elderId), forPersonId: elderId })
    const { slotId: _, ...body } = { ...paid, again: true }
    app.clock.set(at('10:35:00'))
    orderId = ok(await daughter.call('POST /canteen/orders', { body, idempotencyKey: newKey() })).id
    await delivery.leave(delivery.zhou, await delivery.runId(delivery.zhou, 1))
    // It is on its way: each reads whose it is.
    const out = (await app.dataSource.manager.findBy(Notice, { kind: 'order_out' })).filter(
      ({ subjectId }) => subjectId === orderId,
    )
    expect(out.map(({ title }) => title).sort()).toEqual(['今天午餐出发了', '陈桂珍的今天午餐出发了'])
    app.clock.set(at('11:44:00'))
    await stayShut()
    expect(await actions()).toEqual(['ring'])
    const { agents } = ok(await elder.call('GET /mandates'))
    ok(await elder.call('POST /mandates/:id/revoke', { params: { id: agents[0]?.id ?? '' } }))
    const way = await daughter.call('GET /delivery/orders/:id', { params: { id: orderId } })
    expect(refusalOf(way)).toBe('404 canteen.order_not_found')
    expect(refusalOf(await ring())).toBe('404 canteen.order_not_found')
  })

  it('is not offered a number that nobody has', async () => {
    const contacts = app.nest.get(ContactsService, { strict: false })
    await stayShut()
    await app.nest.get(Transactions).run((tx) => contacts.forget(tx, elderId, 'phone'))
    expect(await actions()).toEqual([])
    expect(refusalOf(await ring())).toBe('404 delivery.no_phone')
  })
})
