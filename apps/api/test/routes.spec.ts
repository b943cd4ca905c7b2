import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { RequestMethod } from '@nestjs/common'
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js'
import { ModulesContainer } from '@nestjs/core'
import type { RouteKey } from '@wanli/contracts/routes'

import { startApp, type TestApp } from './support/app.js'

/** The compiler keeps this list complete: a route of the contract that is missing here does not compile. */
const CONTRACT: Record<RouteKey, true> = {
  'GET /auth/personas': true,
  'POST /auth/demo': true,
  'POST /auth/wechat': true,
  'POST /auth/refresh': true,
  'POST /auth/sign-out': true,
  'GET /auth/sessions': true,
  'POST /auth/sessions/:id/revoke': true,
  'GET /me': true,
  'PATCH /me': true,
  'GET /wallet': true,
  'GET /wallet/entries': true,
  'GET /notices': true,
  'GET /notices/unread': true,
  'POST /notices/:id/read': true,
  'GET /canteen/canteens': true,
  'GET /canteen/sittings': true,
  'GET /canteen/sittings/:id': true,
  'POST /canteen/quotes': true,
  'POST /canteen/orders': true,
  'GET /canteen/orders': true,
  'GET /canteen/orders/:id': true,
  'POST /canteen/orders/:id/cancel': true,
  'GET /canteen/pickups': true,
  'GET /canteen/pickups/board': true,
  'POST /canteen/pickups': true,
}
const OUTSIDE = ['GET /health/live', 'GET /health/ready', 'GET /metrics']

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
})
