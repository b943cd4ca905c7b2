import { RequestMethod } from '@nestjs/common'
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js'
import { ModulesContainer } from '@nestjs/core'
import type { RouteKey } from '@wanli/contracts/routes'

import { newKey } from './support/api.js'
import { startApp, type TestApp } from './support/app.js'
import { setLunch } from './support/lunch.js'

/** The compiler keeps this list complete: a route of the contract that is missing here does not compile. */
const CONTRACT: Record<RouteKey, true> = {
  'GET /auth/personas': true,
  'POST /auth/demo': true,
  'POST /auth/wechat': true,
  'POST /auth/refresh': true,
  'POST /auth/sign-out': true,
  'GET /auth/sessions': true,
  'POST /auth/sessions/:id/revoke': true,
  'POST /auth/phone/codes': true,
  'POST /auth/phone': true,
  'GET /me': true,
  'PATCH /me': true,
  'POST /me/phone/wechat': true,
  'PUT /me/facts/:kind': true,
  'GET /people/:id/roles': true,
  'POST /people/:id/roles': true,
  'POST /people/:id/roles/revoke': true,
  'GET /mandates': true,
  'POST /mandates': true,
  'POST /mandates/codes': true,
  'POST /mandates/redeem': true,
  'POST /mandates/:id/accept': true,
  'POST /mandates/:id/decline': true,
  'POST /mandates/:id/change': true,
  'POST /mandates/:id/revoke': true,
  'GET /mandates/acts': true,
  'GET /desk/people': true,
  'GET /desk/people/:id': true,
  'POST /desk/people': true,
  'PUT /desk/people/:id/facts/:kind': true,
  'POST /desk/people/:id/reveal': true,
  'POST /desk/people/:id/card': true,
  'POST /desk/people/:id/card/lost': true,
  'POST /desk/mandates': true,
  'POST /desk/mandates/:id/revoke': true,
  'GET /desk/recent': true,
  'GET /privacy/documents': true,
  'GET /me/consents': true,
  'POST /me/consents': true,
  'POST /me/consents/:document/withdraw': true,
  'GET /me/access-log': true,
  'GET /me/export': true,
  'POST /me/deletion': true,
  'POST /me/deletion/cancel': true,
  'GET /audit': true,
  'GET /wallet': true,
  'GET /wallet/entries': true,
  'GET /wallet/months/:month': true,
  'POST /wallet/top-ups': true,
  'GET /wallet/payments/:id': true,
  'POST /wallet/payments/:id/close': true,
  'POST /wallet/payouts': true,
  'GET /wallet/payouts': true,
  'POST /wallet/card/lost': true,
  'POST /desk/top-ups': true,
  'GET /desk/drawer': true,
  'POST /desk/payouts/:id/paid': true,
  'POST /demo/payments/:id/pay': true,
  'GET /wallet/trial-balance': true,
  'POST /wallet/reconciliations': true,
  'GET /wallet/reconciliations': true,
  'GET /notices': true,
  'GET /notices/unread': true,
  'POST /notices/:id/read': true,
  'POST /notices/read': true,
  'GET /notices/templates': true,
  'POST /notices/credits': true,
  'GET /outbox/dead': true,
  'POST /outbox/dead/:id/retry': true,
  'GET /live': true,
  'GET /live/changes': true,
  'POST /uploads': true,
  'GET /uploads/:id': true,
  'GET /canteen/canteens': true,
  'GET /canteen/sittings': true,
  'GET /canteen/sittings/:id': true,
  'POST /canteen/quotes': true,
  'POST /canteen/orders': true,
  'GET /canteen/orders': true,
  'GET /canteen/orders/:id': true,
  'POST /canteen/orders/:id/cancel': true,
  'POST /canteen/orders/:id/pay': true,
  'POST /canteen/orders/:id/lines/:lineId/refund': true,
  'GET /canteen/pickups': true,
  'GET /canteen/pickups/board': true,
  'POST /canteen/pickups': true,
  'POST /canteen/orders/:id/offer': true,
  'POST /canteen/orders/:id/withdraw': true,
  'POST /canteen/orders/:id/take-over': true,
  'GET /canteen/offered': true,
  'PUT /canteen/sittings/:id/wait': true,
  'DELETE /canteen/sittings/:id/wait': true,
  'GET /canteen/diet': true,
  'GET /counter/people': true,
  'GET /counter/pickups': true,
  'POST /counter/quotes': true,
  'POST /counter/orders': true,
  'GET /counter/unpaid': true,
  'POST /counter/orders/:id/cash': true,
  'GET /counter/orders/:id/slip': true,
  'GET /counter/day': true,
  'POST /counter/day/close': true,
  'GET /counter/days': true,
  'PUT /canteen/diet': true,
  'GET /delivery/estates': true,
  'GET /delivery/addresses': true,
  'POST /delivery/addresses': true,
  'PUT /delivery/addresses/:id': true,
  'DELETE /delivery/addresses/:id': true,
  'GET /delivery/orders/:id': true,
  'POST /delivery/orders/:id/reveal': true,
  'GET /delivery/runs': true,
  'GET /delivery/runs/:id': true,
  'POST /delivery/runs/:id/take': true,
  'POST /delivery/runs/:id/leave': true,
  'POST /delivery/stops/:id/hand-over': true,
  'POST /delivery/stops/:id/attempts': true,
  'POST /delivery/stops/:id/reveal': true,
  'POST /delivery/stops/:id/close': true,
  'GET /delivery/standing': true,
  'POST /delivery/standing': true,
  'PUT /delivery/standing/:id': true,
  'POST /delivery/standing/:id/pause': true,
  'POST /delivery/standing/:id/resume': true,
  'POST /delivery/standing/:id/end': true,
  'PUT /delivery/standing/:id/days/:day': true,
  'DELETE /delivery/standing/:id/days/:day': true,
  'GET /canteen/kitchen': true,
  'GET /canteen/kitchen/sittings/:id/sheet': true,
  'GET /canteen/kitchen/sittings/:id/board': true,
  'POST /canteen/kitchen/sittings/:id/changes': true,
  'POST /canteen/kitchen/orders/:id/advance': true,
  'POST /canteen/kitchen/orders/:id/undo': true,
  'POST /canteen/kitchen/starts': true,
  'PUT /canteen/kitchen/staff-meals': true,
  'GET /canteen/kitchen/samples': true,
  'GET /canteen/kitchen/sittings/:id/samples': true,
  'POST /canteen/kitchen/sittings/:id/samples': true,
  'POST /canteen/kitchen/samples/:id/corrections': true,
  'POST /canteen/kitchen/samples/:id/discard': true,
  'POST /canteen/kitchen/samples/:id/void': true,
  'GET /canteen/kitchen/sittings/:id/dishes/:dishId/eaters': true,
  'POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones': true,
  'GET /menus/dishes': true,
  'POST /menus/dishes': true,
  'PUT /menus/dishes/:id': true,
  'POST /menus/dishes/:id/retire': true,
  'POST /menus/dishes/:id/restore': true,
  'GET /menus/meals': true,
  'PUT /menus/meals/:meal': true,
  'GET /menus/weeks/:monday': true,
  'PUT /menus/weeks/:monday': true,
  'POST /menus/weeks/:monday/copy': true,
  'GET /menus/weeks/:monday/changes': true,
  'GET /menus/weeks/:monday/versions': true,
  'POST /menus/weeks/:monday/publish': true,
  'GET /menus/calendar': true,
  'POST /menus/closings': true,
  'DELETE /menus/closings/:id': true,
  'POST /menus/reviews': true,
  'GET /menus/orders/:id/reviews': true,
  'DELETE /menus/reviews/:id/text': true,
  'GET /menus/dishes/:id/rating': true,
  'GET /menus/reviews': true,
  'GET /menus/figures': true,
  'GET /menus/claim': true,
  'GET /menus/claim/orders': true,
  'GET /menus/forecast': true,
}
/** What is called by nobody who knows the contract: monitors, WeChat, and the image elements of the app. */
const OUTSIDE = [
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /wechat/push',
  'POST /wechat/push',
  'POST /wechat/pay/notify',
  'GET /uploads/:id/picture',
]

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

/** Routes as Nest's controllers declare them. */
function declaredRoutes(): string[] {
  const modules = [...app.nest.get(ModulesContainer).values()]
  const controllers = modules.flatMap((module) => [...module.controllers.values()])
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return []
    const prototype = metatype.prototype as Record<string, unknown>
    const base = String(Reflect.getMetadata(PATH_METADATA, metatype) ?? '')
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = prototype[name]
      if (typeof handler !== 'function') return []
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined
      if (method === undefined) return []
      const path = [base, String(Reflect.getMetadata(PATH_METADATA, handler))]
        .map((part) => part.replace(/^\/|\/$/g, ''))
        .filter(Boolean)
      return [`${RequestMethod[method]} /${path.join('/')}`]
    })
  })
}

describe('the contract', () => {
  it('names exactly the routes that the server has', () => {
    const routes = declaredRoutes().filter((route) => !OUTSIDE.includes(route))
    expect(routes.sort()).toEqual(Object.keys(CONTRACT).sort())
  })

  it('is what the OpenAPI document says', async () => {
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>
    }
    const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    )
    expect(documented.sort()).toEqual(Object.keys(CONTRACT).sort())
  })

  it('is answered as the OpenAPI document says: with a token or without, by which status', async () => {
    const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { security: object[]; responses: Record<string, unknown> }>>
    }
    const { api, make, body } = await setLunch(app)
    const person = api.as((await make.person()).id)
    const statuses = (path: string, method: string) => Object.keys(document.paths[path]?.[method]?.responses ?? {})
    const order = { body: { ...body(), payBy: 'counter' as const }, idempotencyKey: newKey() }
    const made = await person.call('POST /canteen/orders', order)
    expect(statuses('/api/v1/canteen/orders', 'post')).toContain(String(made.status))
    const paidOut = await person.call('POST /wallet/payouts', { idempotencyKey: newKey() })
    expect(statuses('/api/v1/wallet/payouts', 'post')).toContain(String(paidOut.status))
    const read = await person.call('GET /wallet')
    const again = await fetch(`${app.url}/api/v1/wallet`, {
      headers: { Authorization: `Bearer ${await person.token()}`, 'If-None-Match': read.headers.get('etag') ?? '' },
    })
    expect(statuses('/api/v1/wallet', 'get')).toEqual(
      expect.arrayContaining([String(read.status), String(again.status), 'default']),
    )
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, { security }] of Object.entries(methods)) {
        const { status } = await fetch(`${app.url}${path}`, { method: method.toUpperCase() })
        // An empty requirement beside the token: whoever has none may ask, too.
        const needsToken = security.length > 0 && security.every((one) => Object.keys(one).length > 0)
        expect([method, path, status === 401]).toEqual([method, path, needsToken])
      }
  })
})
