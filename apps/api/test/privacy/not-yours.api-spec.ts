import type { RouteKey } from '@wanli/contracts/routes'

import { Session } from '../../src/people/session.entity.js'
import { Payment } from '../../src/wallet/payment.entity.js'
import { newKey, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { TERMS } from '../support/family.js'
import { DOOR, setDelivery, termsOf } from '../support/delivery.js'
import { setLunch, type Lunch } from '../support/lunch.js'
import { richPerson, SHEN, staffOf, WANG, type RichPerson } from '../support/rich-person.js'

/** Routes that name a thing by its id. */
type RouteWithId = Extract<RouteKey, `${string}:id${string}`>

interface Attempt {
  params: Record<string, string>
  body?: object
  /** Who may not even ask: what the route answers to a resident, 404 unless said otherwise. */
  status?: 403 | 409 | 200
}

let app: TestApp
let lunch: Lunch
let wang: RichPerson
let shen: RichPerson
let addressId: string
let standingId: string
const staffOnly = (body: object = {}): Attempt => ({ params: { id: wang.id }, body, status: 403 })
/** The kitchen's own things, asked for by somebody who only eats. */
const ofLunch = (body: object = {}): Attempt => ({
  params: { id: lunch.sitting.id, dishId: lunch.meat.dishId },
  body,
  status: 403,
})

/** How somebody else's thing is asked for, by route. The compiler keeps this list complete. */
const ATTEMPTS: Record<RouteWithId, () => Attempt> = {
  'POST /auth/sessions/:id/revoke': () => ({ params: { id: 'wangs-phone' } }),
  'POST /mandates/:id/accept': () => ({ params: { id: wang.mandateId } }),
  'POST /mandates/:id/decline': () => ({ params: { id: wang.mandateId } }),
  'POST /mandates/:id/change': () => ({ params: { id: wang.mandateId }, body: TERMS }),
  'POST /mandates/:id/revoke': () => ({ params: { id: wang.mandateId } }),
  'POST /notices/:id/read': () => ({ params: { id: wang.noticeId } }),
  'GET /uploads/:id': () => ({ params: { id: wang.uploadId } }),
  'GET /canteen/orders/:id': () => ({ params: { id: wang.orderId } }),
  'POST /canteen/orders/:id/cancel': () => ({ params: { id: wang.orderId } }),
  'POST /canteen/orders/:id/offer': () => ({ params: { id: wang.orderId } }),
  'POST /canteen/orders/:id/withdraw': () => ({ params: { id: wang.orderId } }),
  // What nobody gave up is gone for everybody.
  'POST /canteen/orders/:id/take-over': () => ({
    params: { id: wang.orderId },
    body: { payBy: 'wallet' },
    status: 409,
  }),
  'PUT /canteen/sittings/:id/wait': () => ({ params: { id: lunch.sitting.id }, status: 200 }),
  'DELETE /canteen/sittings/:id/wait': () => ({ params: { id: lunch.sitting.id }, status: 200 }),
  'POST /counter/orders/:id/cash': staffOnly,
  'GET /counter/orders/:id/slip': staffOnly,
  'GET /canteen/kitchen/sittings/:id/sheet': ofLunch,
  'GET /canteen/kitchen/sittings/:id/board': ofLunch,
  'POST /canteen/kitchen/sittings/:id/changes': () =>
    ofLunch({ kind: 'amount', dishId: lunch.meat.dishId, amount: 1, sequence: 0 }),
  'POST /canteen/kitchen/orders/:id/advance': () => ({
    params: { id: wang.orderId },
    body: { from: 'paid' },
    status: 403,
  }),
  'POST /canteen/kitchen/orders/:id/undo': () => ({
    params: { id: wang.orderId },
    body: { from: 'cooking' },
    status: 403,
  }),
  'GET /canteen/kitchen/sittings/:id/samples': ofLunch,
  'POST /canteen/kitchen/sittings/:id/samples': () =>
    ofLunch({ dishId: lunch.meat.dishId, grams: 150, place: '1 号冰箱' }),
  'POST /canteen/kitchen/samples/:id/corrections': () => ({
    params: { id: wang.orderId },
    body: { grams: 150, place: '冰箱', was: { grams: 140, place: '冰箱' } },
    status: 403,
  }),
  'POST /canteen/kitchen/samples/:id/discard': ofLunch,
  'POST /canteen/kitchen/samples/:id/void': () => ofLunch({ reason: '记成了别的菜' }),
  'GET /canteen/kitchen/sittings/:id/dishes/:dishId/eaters': ofLunch,
  'POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones': () => ofLunch({ reason: '有人吃坏肚子' }),
  'POST /canteen/orders/:id/pay': () => ({ params: { id: wang.orderId } }),
  'GET /wallet/payments/:id': () => ({ params: { id: 'wangs-payment' } }),
  'POST /wallet/payments/:id/close': () => ({ params: { id: 'wangs-payment' } }),
  'POST /demo/payments/:id/pay': () => ({ params: { id: 'wangs-payment' }, body: { outcome: 'paid' } }),
  // A meal is on the wall for everybody.
  'GET /canteen/sittings/:id': () => ({ params: { id: lunch.sitting.id }, status: 200 }),
  'GET /people/:id/roles': staffOnly,
  'POST /people/:id/roles': () => staffOnly({ role: 'clerk' }),
  'POST /people/:id/roles/revoke': () => staffOnly({ role: 'clerk' }),
  'GET /desk/people/:id': staffOnly,
  'PUT /desk/people/:id/facts/:kind': () => ({
    ...staffOnly({ value: '上海', evidence: 'hukou_book', validUntil: null }),
    params: { id: wang.id, kind: 'hukou' },
  }),
  'POST /desk/people/:id/reveal': () => staffOnly({ field: 'phone', reason: '好奇' }),
  'POST /desk/people/:id/card': () => staffOnly({ number: '80629999' }),
  'POST /desk/people/:id/card/lost': staffOnly,
  'POST /desk/mandates/:id/revoke': () => ({ params: { id: wang.mandateId }, status: 403 }),
  'POST /outbox/dead/:id/retry': staffOnly,
  'POST /desk/payouts/:id/paid': () => ({ params: { id: 'wangs-payout' }, status: 403 }),
  'POST /canteen/orders/:id/lines/:lineId/refund': () => ({
    params: { id: wang.orderId, lineId: wang.orderId },
    body: { reason: '少了一份' },
    status: 403,
  }),
  'PUT /delivery/addresses/:id': () => ({ params: { id: addressId }, body: { ...DOOR, estateId: lunch.canteen.id } }),
  'DELETE /delivery/addresses/:id': () => ({ params: { id: addressId } }),
  'GET /delivery/orders/:id': () => ({ params: { id: wang.orderId } }),
  'POST /delivery/orders/:id/reveal': () => ({ params: { id: wang.orderId } }),
  'GET /delivery/runs/:id': () => ({ params: { id: wang.orderId }, status: 403 }),
  'POST /delivery/runs/:id/take': () => ({ params: { id: wang.orderId }, body: { courierId: null }, status: 403 }),
  'POST /delivery/runs/:id/leave': () => ({ params: { id: wang.orderId }, status: 403 }),
  'POST /delivery/stops/:id/hand-over': () => ({ params: { id: wang.orderId }, body: { how: 'seen' }, status: 403 }),
  'POST /delivery/stops/:id/attempts': () => ({
    params: { id: wang.orderId },
    body: { step: 'knock', outcome: 'no_answer' },
    status: 403,
  }),
  'POST /delivery/stops/:id/reveal': () => ({ params: { id: wang.orderId }, body: { who: 'self' }, status: 403 }),
  'POST /delivery/stops/:id/close': () => ({
    params: { id: wang.orderId },
    body: { outcome: 'found', words: '在家' },
    status: 403,
  }),
  'PUT /delivery/standing/:id': () => ({ params: { id: standingId }, body: termsOf(addressId) }),
  'POST /delivery/standing/:id/pause': () => ({
    params: { id: standingId },
    body: { from: '2026-12-01', to: '2026-12-02' },
  }),
  'POST /delivery/standing/:id/resume': () => ({ params: { id: standingId } }),
  'POST /delivery/standing/:id/end': () => ({ params: { id: standingId } }),
  'PUT /delivery/standing/:id/days/:day': () => ({
    params: { id: standingId, day: '2026-11-26' },
    body: { skip: true },
  }),
  'DELETE /delivery/standing/:id/days/:day': () => ({ params: { id: standingId, day: '2026-11-26' } }),
  'PUT /menus/dishes/:id': () => ({ params: { id: lunch.meat.dishId }, status: 403 }),
  'POST /menus/dishes/:id/retire': () => ({ params: { id: lunch.meat.dishId }, status: 403 }),
  'POST /menus/dishes/:id/restore': () => ({ params: { id: lunch.meat.dishId }, status: 403 }),
  'DELETE /menus/closings/:id': staffOnly,
  'GET /menus/orders/:id/reviews': () => ({ params: { id: wang.orderId } }),
  'DELETE /menus/reviews/:id/text': () => ({ params: { id: wang.orderId } }),
  // How a dish is liked is for everybody.
  'GET /menus/dishes/:id/rating': () => ({ params: { id: lunch.meat.dishId }, status: 200 }),
}
/** Routes of the contract that this server does not have yet answer 404 to everybody. */
const isMissing = (problem: { code?: string }): boolean => problem.code === 'request.not_found'

beforeAll(async () => {
  app = await startApp({ WECHAT_TEMPLATES: 'order:T-order' })
  lunch = await setLunch(app)
  const staff = await staffOf(lunch)
  wang = await richPerson(app, lunch, staff, WANG)
  shen = await richPerson(app, lunch, staff, SHEN)
  const kitchenDoor = await setDelivery(app, lunch)
  addressId = await kitchenDoor.address(wang.id)
  standingId = (await kitchenDoor.standing(wang.id, addressId)).id
  const at = app.clock.now()
  const { manager } = app.dataSource
  const far = new Date('2099-01-01T00:00:00.000Z')
  const secrets = { refreshHash: 'h', previousHash: null, rotatedAt: at, expiresAt: far, revokedAt: null }
  await manager.insert(Session, { id: 'wangs-phone', personId: wang.id, device: '手机', createdAt: at, ...secrets })
  await manager.insert(Payment, {
    id: 'wangs-payment',
    personId: wang.id,
    purpose: 'top_up',
    orderId: null,
    openOrderId: null,
    outTradeNo: 'WANGS0001',
    description: '充值',
    openid: WANG.openid,
    amountFen: 1_000,
    refundedFen: 0,
    status: 'pending',
    prepayId: null,
    transactionId: null,
    expiresAt: far,
    paidAt: null,
    attempts: 0,
    nextTryAt: null,
    createdAt: at,
  })
})
afterAll(() => app.close())

const attempt = (api: Api, route: RouteWithId) => {
  const { params, body } = ATTEMPTS[route]()
  const hasBody = !route.startsWith('GET')
  return api.raw(route, { params, ...(hasBody ? { body: body ?? {}, idempotencyKey: newKey() } : {}) })
}

/** What is nobody’s in particular: a menu is read before one signs in. */
const FOR_ANYBODY: readonly string[] = ['GET /canteen/sittings/:id', 'GET /menus/dishes/:id/rating']

describe('a thing of somebody else', () => {
  it.each(Object.keys(ATTEMPTS) as RouteWithId[])('is not there, or not to be asked for: %s', async (route) => {
    const { status = 404 } = ATTEMPTS[route]()
    const answer = await attempt(shen.api, route)
    if (isMissing(answer.problem)) return
    expect(answer.status).toBe(status)
    for (const word of [WANG.name, WANG.phone, WANG.idNumber, WANG.note, WANG.relative])
      expect(JSON.stringify(answer.problem)).not.toContain(word)
  })

  it.each(Object.keys(ATTEMPTS) as RouteWithId[])('needs somebody signed in: %s', async (route) => {
    const answer = await attempt(lunch.api, route)
    if (isMissing(answer.problem)) return
    expect(answer.status).toBe(FOR_ANYBODY.includes(route) ? 200 : 401)
  })

  it('was changed by none of it', async () => {
    const { reply } = await wang.api.call('GET /mandates')
    expect(reply.agents[0]).toMatchObject({ id: wang.mandateId, status: 'live' })
    expect((await wang.api.call('GET /canteen/orders/:id', { params: { id: wang.orderId } })).status).toBe(200)
    expect((await wang.api.call('GET /uploads/:id', { params: { id: wang.uploadId } })).status).toBe(200)
    expect((await app.dataSource.manager.findOneByOrFail(Session, { id: 'wangs-phone' })).revokedAt).toBeNull()
  })
})
