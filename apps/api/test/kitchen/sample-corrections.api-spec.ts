import type { CorrectSampleRequest, KeepSampleRequest } from '@wanli/contracts/kitchen'

import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { ok } from '../support/family.js'
import { openKitchen, type Kitchen } from '../support/kitchen.js'
import { setLunch, type Lunch } from '../support/lunch.js'

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
const correct = (id: string, body: CorrectSampleRequest, api: Api = kitchen.cook) =>
  api.call('POST /canteen/kitchen/samples/:id/corrections', { params: { id }, body, idempotencyKey: newKey() })
const makeVoid = (id: string, reason = '记成了别的菜', api: Api = kitchen.cook) =>
  api.call('POST /canteen/kitchen/samples/:id/void', { params: { id }, body: { reason }, idempotencyKey: newKey() })
const discard = (id: string) =>
  kitchen.cook.call('POST /canteen/kitchen/samples/:id/discard', { params: { id }, idempotencyKey: newKey() })

it('a sample that was written down wrongly is corrected, and says what it said before, who changed it and when', async () => {
  const { id } = (await keep({ grams: 1500 })).reply
  const was = { grams: 1500, place: '1 号冰箱 2 层' }
  const other = lunch.api.as((await lunch.make.person({ name: '周师傅' })).id, [
    { role: 'canteen_staff', scopeId: lunch.canteen.id },
  ])
  kitchen.at('10:52')
  const place = ' 2 号冰箱 '
  expect(ok(await correct(id, { grams: 150, place, was }, other))).toMatchObject({
    grams: 150,
    place: '2 号冰箱',
    takenBy: '孙大勺',
    takenAt: '2026-11-23T02:45:00.000Z',
    corrections: [{ ...was, correctedBy: '周师傅', correctedAt: '2026-11-23T02:52:00.000Z' }],
  })
  // Somebody who still sees the first writing is told what is written now.
  const late = await correct(id, { grams: 160, place: was.place, was })
  expect(refusalOf(late)).toBe('409 kitchen.sample_changed')
  expect(late.problem.detail).toBe('今天 10:52 周师傅改过，现在写的是 150 克、2 号冰箱，看一看再改')
  const now = { grams: 150, place: '2 号冰箱' }
  expect(refusalOf(await correct(id, { grams: 124, place: now.place, was: now }))).toBe('422 kitchen.sample_too_light')
  // What changes nothing leaves no trace; the second correction stands under the first.
  ok(await correct(id, { ...now, was: now }))
  ok(await correct(id, { grams: 155, place: now.place, was: now }))
  expect((await samples()).boxes).toMatchObject([
    { grams: 155, corrections: [{ grams: 1500 }, { grams: 150, correctedBy: '孙大勺' }] },
  ])
})

it('a sample is corrected by its own kitchen, and not when it is taken away', async () => {
  const { id } = (await keep()).reply
  const was = { grams: 150, place: '1 号冰箱 2 层' }
  const body = { grams: 160, place: was.place, was }
  const elsewhere = lunch.api.as((await lunch.make.person()).id, [
    { role: 'canteen_staff', scopeId: 'another canteen' },
  ])
  expect(refusalOf(await correct(id, body, elsewhere))).toBe('404 kitchen.sample_not_found')
  expect((await correct(id, { grams: 160, place: was.place } as CorrectSampleRequest)).status).toBe(422)
  app.clock.set('2026-11-25T02:45:00.000Z')
  ok(await discard(id))
  expect(refusalOf(await correct(id, body))).toBe('409 kitchen.sample_discarded')
})

describe('a sample that was kept under the wrong dish', () => {
  it('is made void and stays to be read with who, when and why, and its dish is missing again', async () => {
    const { id } = (await keep()).reply
    await keep({ dishId: lunch.rice.dishId })
    expect((await kitchen.board()).totals[0]).toMatchObject({ made: 1 })
    kitchen.at('11:02')
    expect((await samples()).late).toBe(false)
    const voided = { at: '2026-11-23T03:02:00.000Z', by: '孙大勺', reason: '记成了别的菜' }
    expect(ok(await makeVoid(id, ' 记成了别的菜 '))).toMatchObject({ id, voided })
    const after = await samples()
    expect(after).toMatchObject({ late: true, voided: [{ id, grams: 150, takenBy: '孙大勺', voided }] })
    expect(after.dishes).toMatchObject([{ sample: null }, { sample: { voided: null } }])
    expect(after.boxes).toMatchObject([{ dishName: '白米饭' }])
    const board = await kitchen.board()
    expect(board.samplesLate).toBe(1)
    expect(board.totals[0]).toMatchObject({ made: 0 })
    expect((await kitchen.sheet()).samples).toMatchObject({ kept: 1, dishes: 2 })
    expect(ok(await kitchen.cook.call('GET /canteen/kitchen'))).toMatchObject({ samplesLate: 1 })
    // The right box takes its place, once; the void one stays beside it, until its 48 hours would have been over.
    const right = (await keep({ grams: 160 })).reply
    expect(refusalOf(await keep())).toBe('409 kitchen.sample_kept')
    expect(await samples()).toMatchObject({ late: false, dishes: [{ sample: { id: right.id } }, {}], voided: [{ id }] })
  })

  it('is made void once, and neither corrected nor taken away afterwards', async () => {
    const { id } = (await keep()).reply
    const answers = await Promise.all([makeVoid(id), makeVoid(id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const again = await makeVoid(id)
    expect(refusalOf(again)).toBe('409 kitchen.sample_voided')
    expect(again.problem.detail).toBe('今天 10:45 孙大勺已经作废了这条记录')
    const was = { grams: 150, place: '1 号冰箱 2 层' }
    expect(refusalOf(await correct(id, { ...was, grams: 160, was }))).toBe('409 kitchen.sample_voided')
    app.clock.set('2026-11-25T02:45:00.000Z')
    expect(refusalOf(await discard(id))).toBe('409 kitchen.sample_voided')
  })

  it('is made void by its own kitchen, for a reason in words, and not when it is taken away', async () => {
    const { id } = (await keep()).reply
    const elsewhere = lunch.api.as((await lunch.make.person()).id, [{ role: 'canteen_staff', scopeId: 'elsewhere' }])
    expect(refusalOf(await makeVoid(id, '记成了别的菜', elsewhere))).toBe('404 kitchen.sample_not_found')
    expect((await makeVoid(id, '错了')).status).toBe(422)
    expect((await makeVoid(id, '      ')).status).toBe(422)
    app.clock.set('2026-11-25T02:45:00.000Z')
    ok(await discard(id))
    expect(refusalOf(await makeVoid(id))).toBe('409 kitchen.sample_discarded')
  })
})
