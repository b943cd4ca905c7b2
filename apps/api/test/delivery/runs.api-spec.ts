import type { AttemptRequest, HandOverRequest } from '@wanli/contracts/delivery'

import { Transactions } from '../../src/database/transactions.js'
import { Attempt } from '../../src/delivery/attempt.entity.js'
import { Notice } from '../../src/notices/notice.entity.js'
import { ContactsService } from '../../src/people/contacts.service.js'
import { MoneyWorker } from '../../src/wallet/money-worker.service.js'
import { newKey, refusalOf } from '../support/api.js'
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
let daughterId: string
let orderId: string
let runId: string

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  delivery = await setDelivery(app, lunch)
  elderId = (await lunch.make.elder(82, { name: '陈桂珍' })).id
  daughterId = (await lunch.make.person({ name: '周敏' })).id
  await lunch.make.mandate(daughterId, elderId)
  const contacts = app.nest.get(ContactsService, { strict: false })
  await app.nest.get(Transactions).run(async (tx) => {
    await contacts.keep(tx, elderId, 'phone', '13800000326')
    await contacts.keep(tx, daughterId, 'phone', '13800000145')
  })
  orderId = await delivery.order(elderId, await delivery.address(elderId))
  runId = await delivery.runId(delivery.zhou, 1)
  app.clock.set(at('10:40:00'))
})

const open = async () => ok(await delivery.zhou.call('GET /delivery/runs/:id', { params: { id: runId } }))
const handOver = (body: HandOverRequest = { how: 'seen' }, id = orderId) =>
  delivery.zhou.call('POST /delivery/stops/:id/hand-over', { params: { id }, body, idempotencyKey: newKey() })
const attempt = (step: AttemptRequest['step'], more: Partial<AttemptRequest> = {}) =>
  delivery.zhou.call('POST /delivery/stops/:id/attempts', {
    params: { id: orderId },
    body: { step, outcome: 'no_answer', ...more },
    idempotencyKey: newKey(),
  })
const reveal = (body: { who: 'self' | 'contact' | 'committee'; contact?: number }) =>
  delivery.zhou.call('POST /delivery/stops/:id/reveal', { params: { id: orderId }, body })
const status = async () =>
  (await lunch.api.as(elderId).call('GET /canteen/orders/:id', { params: { id: orderId } })).reply.status
const noticesOf = (personId: string, kind: Notice['kind']) => app.dataSource.manager.findBy(Notice, { personId, kind })

describe('a run', () => {
  it('holds the meals of its estates in the order of the way, and shows doors to its courier only', async () => {
    const neighbour = (await lunch.make.elder(75, { name: '王秀英' })).id
    await delivery.order(neighbour, await delivery.address(neighbour, { room: '201', floor: 2 }))
    const elsewhere = (await lunch.make.elder(70)).id
    await delivery.order(elsewhere, await delivery.address(elsewhere, { estateId: delivery.far.id }))
    const run = await open()
    expect(run.stops.map(({ position, door, eaterName }) => [position, door, eaterName])).toEqual([
      [1, '9 号 201 室', '王*英'],
      [2, '9 号 402 室', '陈*珍'],
    ])
    expect(run).toMatchObject({ number: 1, total: 2, delivered: 0, waiting: 2, leftAt: null, mine: true })
    expect(run.stops[1]).toMatchObject({
      floor: 4,
      lift: false,
      addressNote: '敲重一点，耳背',
      eaterAge: 82,
      portions: 1,
    })
    const { items } = ok(await delivery.wu.call('GET /delivery/runs'))
    expect(items.map(({ number, mine, total }) => [number, mine, total])).toEqual([
      [2, true, 1],
      [1, false, 2],
    ])
    const params = { id: runId }
    expect(refusalOf(await delivery.wu.call('GET /delivery/runs/:id', { params }))).toBe('403 delivery.not_your_run')
    expect(refusalOf(await lunch.api.as(elderId).call('GET /delivery/runs'))).toBe('403 auth.forbidden')
    const other = lunch.api.as((await lunch.make.person()).id, [{ role: 'courier', scopeId: 'another canteen' }])
    expect(refusalOf(await other.call('GET /delivery/runs/:id', { params }))).toBe('404 delivery.run_not_found')
  })

  it('is written into the access log of who lives there once, however often the courier looks', async () => {
    await open()
    await open()
    const { items } = ok(await lunch.api.as(elderId).call('GET /me/access-log', { query: {} }))
    expect(items.filter(({ what }) => what === '送餐地址')).toEqual([
      expect.objectContaining({ by: '周师傅（送餐员）', reason: '1 线送午餐' }),
    ])
  })

  it('is closed to its courier when the day is over', async () => {
    app.clock.set('2026-11-24T02:00:00.000Z')
    const answer = await delivery.zhou.call('GET /delivery/runs/:id', { params: { id: runId } })
    expect(refusalOf(answer)).toBe('404 delivery.run_not_found')
  })

  it('leaves with everything that waits, tells it once, and takes along later what was ordered later', async () => {
    app.clock.set(at('10:29:00'))
    expect(refusalOf((await delivery.leave(delivery.zhou, runId)) as never)).toBe('409 delivery.too_early')
    app.clock.set(at('10:40:00'))
    expect((await delivery.leave(delivery.zhou, runId)).status).toBe(200)
    expect(await status()).toBe('out_for_delivery')
    const [told] = await noticesOf(elderId, 'order_out')
    expect(told?.body).toContain('周师傅在路上')
    expect(refusalOf((await delivery.leave(delivery.zhou, runId)) as never)).toBe('409 delivery.nothing_to_take')
    const late = (await lunch.make.elder(75)).id
    const second = await delivery.order(late, await delivery.address(late, { room: '101', floor: 1 }))
    expect(await open()).toMatchObject({ waiting: 1, total: 2 })
    await delivery.leave(delivery.zhou, runId)
    expect((await open()).stops.map((stop) => [stop.position, stop.orderId])).toEqual([
      [1, orderId],
      [2, second],
    ])
    expect(await noticesOf(elderId, 'order_out')).toHaveLength(1)
  })

  it('of which something was left behind gives its money back an hour after the meal, once, and says so', async () => {
    app.clock.set(at('10:40:00'))
    await delivery.leave(delivery.zhou, runId)
    const late = (await lunch.make.elder(75)).id
    const second = await delivery.order(late, await delivery.address(late, { room: '101', floor: 1 }))
    const worker = app.nest.get(MoneyWorker)
    app.clock.set(at('13:59:59'))
    await worker.work()
    expect(ok(await lunch.api.as(late).call('GET /canteen/orders/:id', { params: { id: second } })).status).toBe(
      'frozen',
    )
    app.clock.set(at('14:00:00'))
    await Promise.all([worker.work(), worker.work()])
    const own = ok(await lunch.api.as(late).call('GET /canteen/orders/:id', { params: { id: second } }))
    expect([own.status, own.refundedFen]).toEqual(['cancelled_by_canteen', own.payFen])
    expect(ok(await lunch.api.as(late).call('GET /wallet')).balanceFen).toBe(10_000)
    const told = await noticesOf(late, 'order_cancelled')
    expect(told.map(({ title, body }) => [title, body])).toEqual([
      [
        '今天午餐没有送到',
        `送餐员没有带上 ${own.pickupNumber}，对不起。¥${(own.payFen / 100).toFixed(2)} 已经退回钱包`,
      ],
    ])
    // What is on its way stays the courier's.
    expect(await status()).toBe('out_for_delivery')
  })

  it('may be brought by another courier of the canteen', async () => {
    const params = { id: runId }
    const body = { courierId: delivery.zhouId }
    const taken = await delivery.wu.call('POST /delivery/runs/:id/take', { params, body, idempotencyKey: newKey() })
    expect(ok(taken)).toMatchObject({ mine: true, courierName: '吴师傅' })
    expect(refusalOf((await delivery.leave(delivery.zhou, runId)) as never)).toBe('403 delivery.not_your_run')
    expect((await delivery.leave(delivery.wu, runId)).status).toBe(200)
  })

  it('says how late it is', async () => {
    await delivery.leave(delivery.zhou, runId)
    // Expected at 11:00 and three minutes, and three floors on foot.
    app.clock.set(at('11:09:00'))
    expect((await open()).lateMinutes).toBe(4)
  })
})

describe('handing over', () => {
  beforeEach(() => delivery.leave(delivery.zhou, runId))

  it('to the eater is told to them and to who ordered', async () => {
    expect(ok(await handOver())).toMatchObject({ status: 'delivered', handedOverTo: '本人', actions: [] })
    expect(await status()).toBe('delivered')
    expect((await noticesOf(elderId, 'order_delivered'))[0]?.body).toContain('交给本人了')
    expect(refusalOf(await handOver())).toBe('409 delivery.already_delivered')
  })

  it('to somebody recorded needs the name, to somebody else a reason as well', async () => {
    expect(refusalOf(await handOver({ how: 'named' }))).toBe('422 delivery.receiver_missing')
    expect(refusalOf(await handOver({ how: 'named', name: '小王' }))).toBe('422 delivery.receiver_unknown')
    expect(refusalOf(await handOver({ how: 'other', name: '对门老王' }))).toBe('422 delivery.receiver_unknown')
    expect(ok(await handOver({ how: 'named', name: '小李' })).handedOverTo).toBe('保姆小李')
    expect((await noticesOf(elderId, 'order_delivered'))[0]?.body).toContain('交给保姆小李了')
    const way = await lunch.api.as(elderId).call('GET /delivery/orders/:id', { params: { id: orderId } })
    expect(ok(way)).toMatchObject({ status: 'delivered', receivedBy: '保姆小李', courierName: '周师傅' })
  })

  it('to somebody not recorded keeps the reason', async () => {
    const given = await handOver({ how: 'other', name: '对门老王', reason: '陈阿婆在他家' })
    expect(ok(given).handedOverTo).toBe('对门老王')
    expect((await noticesOf(elderId, 'order_delivered'))[0]?.body).toContain('交给「对门老王」了')
  })

  it('is not done before the meal has left', async () => {
    const waits = (await lunch.make.elder(75)).id
    const id = await delivery.order(waits, await delivery.address(waits))
    expect(refusalOf(await handOver({ how: 'seen' }, id))).toBe('404 delivery.stop_not_found')
  })
})

describe('a door that stays shut', () => {
  beforeEach(async () => {
    await delivery.leave(delivery.zhou, runId)
    app.clock.set(at('11:44:00'))
  })

  it('is knocked at, waited at for three minutes, and then others are called, each step once and in order', async () => {
    expect(refusalOf(await attempt('self'))).toBe('409 delivery.step_not_next')
    await attempt('knock')
    app.clock.set(at('11:45:30'))
    const early = await attempt('self')
    expect([refusalOf(early), early.problem.params['seconds']]).toEqual(['409 delivery.wait_first', 90])
    app.clock.set(at('11:47:00'))
    expect(ok(await reveal({ who: 'self' })).phone).toBe('13800000326')
    expect(await status()).toBe('out_for_delivery')
    await attempt('self')
    expect(await status()).toBe('undelivered')
    expect(ok(await reveal({ who: 'contact' })).phone).toBe('13800000145')
    await attempt('contact', { contact: 0 })
    const told = ok(await attempt('committee', { outcome: 'told' }))
    expect(await status()).toBe('welfare_check')
    expect(told.ladder.steps.map(({ step, state, who }) => [step, state, who?.name])).toEqual([
      ['knock', 'done', undefined],
      ['wait', 'done', undefined],
      ['self', 'done', undefined],
      ['contact', 'done', '周敏'],
      ['committee', 'done', '居委林老师'],
      ['emergency', 'always', undefined],
    ])
    expect(await app.dataSource.manager.countBy(Attempt, { orderId })).toBe(4)
  })

  it('asks nobody to look while the committee does not pick up: it is called again, and each call is kept', async () => {
    await attempt('knock')
    app.clock.set(at('11:47:00'))
    await attempt('self')
    await attempt('contact', { contact: 0 })
    const rung = ok(await attempt('committee'))
    expect(rung).toMatchObject({ status: 'undelivered', actions: ['hand_over', 'attempt'] })
    expect(rung.ladder.steps.at(-2)).toMatchObject({ step: 'committee', state: 'now', outcome: 'no_answer', at: null })
    app.clock.set(at('11:50:00'))
    await attempt('committee')
    const told = ok(await attempt('committee', { outcome: 'told' }))
    expect(told).toMatchObject({ status: 'welfare_check', actions: ['hand_over', 'attempt', 'close'] })
    expect(told.ladder.steps.at(-2)).toMatchObject({ state: 'done', outcome: 'told', at: at('11:50:00') })
    // Somebody goes: who calls again changes nothing.
    ok(await attempt('committee'))
    const way = ok(await lunch.api.as(daughterId).call('GET /delivery/orders/:id', { params: { id: orderId } }))
    expect(way.attempts.flatMap(({ step, outcome }) => (step === 'committee' ? [outcome] : []))).toEqual([
      'no_answer',
      'no_answer',
      'told',
    ])
  })

  it('tells who orders for the eater once, at once, and never the eater', async () => {
    await attempt('knock')
    app.clock.set(at('11:47:00'))
    await attempt('self')
    await attempt('contact', { contact: 0 })
    const told = await noticesOf(daughterId, 'no_answer')
    expect(told.map(({ title }) => title)).toEqual(['陈桂珍没有应门'])
    expect(told[0]).toMatchObject({ subjectKind: 'order', subjectId: orderId })
    expect(await noticesOf(elderId, 'no_answer')).toEqual([])
  })

  it('lets who orders for the eater see what was done, from when they are told and while their mandate stands', async () => {
    const [daughter, params] = [lunch.api.as(daughterId), { id: orderId }]
    const way = (api = daughter) => api.call('GET /delivery/orders/:id', { params })
    await attempt('knock')
    expect(refusalOf(await way())).toBe('404 canteen.order_not_found')
    app.clock.set(at('11:47:00'))
    await attempt('self')
    expect(ok(await way())).toMatchObject({
      mine: false,
      eater: { id: elderId, name: '陈桂珍' },
      canteen: { phone: lunch.canteen.phone },
      status: 'undelivered',
      address: '香泉苑 9 号 402 室',
      courierName: '周师傅',
      attempts: [{ step: 'knock' }, { step: 'self', outcome: 'no_answer' }],
    })
    // What she ordered and paid stays her own.
    expect(refusalOf(await daughter.call('GET /canteen/orders/:id', { params }))).toBe('404 canteen.order_not_found')
    expect(ok(await way(lunch.api.as(elderId))).mine).toBe(true)
    expect(refusalOf(await way(delivery.wu))).toBe('404 canteen.order_not_found')
    ok(await handOver())
    expect(ok(await way())).toMatchObject({ status: 'delivered', receivedBy: '本人' })
    const { agents } = ok(await lunch.api.as(elderId).call('GET /mandates'))
    ok(await lunch.api.as(elderId).call('POST /mandates/:id/revoke', { params: { id: agents[0]?.id ?? '' } }))
    expect(refusalOf(await way())).toBe('404 canteen.order_not_found')
  })

  it('does a step twice as one', async () => {
    await attempt('knock')
    app.clock.set(at('11:45:00'))
    const again = ok(await attempt('knock'))
    expect(again.ladder.steps[0]?.at).toBe(at('11:44:00'))
    expect(await app.dataSource.manager.countBy(Attempt, { orderId })).toBe(1)
  })

  it('may be told to 110 or 120 at any time', async () => {
    await attempt('emergency', { outcome: 'told' })
    expect(await status()).toBe('welfare_check')
    expect(await noticesOf(daughterId, 'no_answer')).toHaveLength(1)
  })

  it('opens at any step, and the meal is handed over', async () => {
    await attempt('knock')
    app.clock.set(at('11:47:00'))
    await attempt('self')
    expect(ok(await handOver()).status).toBe('delivered')
    expect(refusalOf(await attempt('contact', { contact: 0 }))).toBe('409 delivery.already_delivered')
  })

  it('is only left with an outcome in words', async () => {
    const close = (body: object) =>
      delivery.zhou.raw('POST /delivery/stops/:id/close', { params: { id: orderId }, body, idempotencyKey: newKey() })
    const found = { outcome: 'hospital', words: '女儿说昨晚住院了' }
    expect(refusalOf(await close(found))).toBe('409 delivery.check_not_begun')
    await attempt('emergency', { outcome: 'told' })
    expect((await close({ outcome: 'found', words: '' })).problem.code).toBe('request.invalid')
    expect((await close(found)).reply).toMatchObject({ status: 'closed', actions: [] })
    const told = await noticesOf(daughterId, 'no_answer')
    expect(told.map(({ title }) => title)).toContain('陈桂珍：人在医院')
    const way = await lunch.api.as(elderId).call('GET /delivery/orders/:id', { params: { id: orderId } })
    expect(ok(way).closed).toMatchObject({ outcome: 'hospital', words: '女儿说昨晚住院了' })
    expect(refusalOf(await handOver())).toBe('409 delivery.not_out')
  })

  it('stays with its courier after midnight until it has ended, and no other door does', async () => {
    app.clock.set(at('11:25:00'))
    const neighbour = (await lunch.make.elder(75)).id
    const second = await delivery.order(neighbour, await delivery.address(neighbour, { room: '501', floor: 5 }))
    await delivery.leave(delivery.zhou, runId)
    await handOver({ how: 'seen' }, second)
    await attempt('emergency', { outcome: 'told' })
    app.clock.set('2026-11-23T23:00:00.000Z')
    const { items } = ok(await delivery.zhou.call('GET /delivery/runs'))
    expect(items.map(({ id }) => id)).toEqual([runId])
    expect((await open()).stops.map((stop) => stop.orderId)).toEqual([orderId])
    const body = { outcome: 'found', words: '在女儿家' } as const
    const close = { params: { id: orderId }, body, idempotencyKey: newKey() }
    expect(ok(await delivery.zhou.call('POST /delivery/stops/:id/close', close)).status).toBe('closed')
    expect(ok(await delivery.zhou.call('GET /delivery/runs')).items).toEqual([])
    const gone = await delivery.zhou.call('GET /delivery/runs/:id', { params: { id: runId } })
    expect(refusalOf(gone)).toBe('404 delivery.run_not_found')
  })

  it('writes each number that was looked at into the access log', async () => {
    await reveal({ who: 'self' })
    await reveal({ who: 'contact' })
    expect(ok(await reveal({ who: 'committee' })).phone).toBe('021-55500120')
    expect(refusalOf(await reveal({ who: 'contact', contact: 5 }))).toBe('404 delivery.no_phone')
    const { items } = ok(await lunch.api.as(elderId).call('GET /me/access-log', { query: {} }))
    expect(items.map(({ what }) => what).sort()).toEqual(['手机号', '紧急联系人电话'].sort())
  })
})
