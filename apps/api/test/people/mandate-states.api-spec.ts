/* Every route that acts for somebody, under every state a mandate can be in: the document says which routes there are. */
import type { RouteKey } from '@wanli/contracts/routes'

import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { DOOR, setDelivery, termsOf, type Delivery } from '../support/delivery.js'
import { setLunch, type Lunch } from '../support/lunch.js'

interface Request {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object
}
interface Operation {
  parameters: { name: string }[]
  requestBody?: { content: { 'application/json'?: { schema: Schema } } }
}
interface Schema {
  $ref?: string
  properties?: Record<string, unknown>
}

let app: TestApp
let lunch: Lunch
let delivery: Delivery
let elderId: string
let addressId: string
let daughterId: string
let daughter: Api

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  delivery = await setDelivery(app, lunch)
  elderId = (await lunch.make.elder(82)).id
  addressId = await delivery.address(elderId)
  daughterId = (await lunch.make.person({ name: '周敏' })).id
  daughter = lunch.api.as(daughterId)
})

/** How each route is asked to act for the elder. */
const ASKED: Partial<Record<RouteKey, () => Request>> = {
  'GET /canteen/sittings/:id': () => ({ params: { id: lunch.sitting.id }, query: { forPersonId: elderId } }),
  'POST /canteen/quotes': () => ({
    body: {
      sittingId: lunch.sitting.id,
      lines: [{ offerId: lunch.meat.id, quantity: 1 }],
      mode: 'dine_in',
      forPersonId: elderId,
    },
  }),
  'POST /canteen/orders': () => ({ body: lunch.body({ forPersonId: elderId }) }),
  'GET /canteen/diet': () => ({ query: { forPersonId: elderId } }),
  'PUT /canteen/diet': () => ({
    query: { forPersonId: elderId },
    body: { avoid: [], lowSalt: true, soft: false },
  }),
  'GET /delivery/addresses': () => ({ query: { forPersonId: elderId } }),
  'POST /delivery/addresses': () => ({ body: { ...DOOR, estateId: delivery.near.id, forPersonId: elderId } }),
  'POST /delivery/standing': () => ({
    body: { ...termsOf(addressId), canteenId: lunch.canteen.id, forPersonId: elderId },
  }),
}
const ROUTES = Object.keys(ASKED) as RouteKey[]
const ask = (route: RouteKey): ReturnType<Api['raw']> =>
  daughter.raw(route, { ...ASKED[route]?.(), idempotencyKey: newKey() })

it('are these, but for the counter, where who eats stands there', async () => {
  const document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Record<string, Schema> }
  }
  const acting = ({ parameters, requestBody }: Operation): boolean => {
    const schema = requestBody?.content['application/json']?.schema ?? {}
    const body = schema.$ref === undefined ? schema : document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
    return parameters.some(({ name }) => name === 'forPersonId') || body?.properties?.['forPersonId'] !== undefined
  }
  const found = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => acting(operation))
      .map(([method]) => `${method.toUpperCase()} ${path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(found.filter((route) => !route.includes('/counter/')).sort()).toEqual([...ROUTES].sort())
})

describe.each([
  ['without a mandate', async (): Promise<void> => undefined],
  ['under one that ended yesterday', () => lunch.make.mandate(daughterId, elderId, { validUntil: '2026-11-22' })],
  ['under one that was revoked', () => lunch.make.mandate(daughterId, elderId, { revokedAt: app.clock.now() })],
  ['under one for other things', () => lunch.make.mandate(daughterId, elderId, { scopes: ['repairs'] })],
  ['under one of the other way round', () => lunch.make.mandate(elderId, daughterId)],
] as const)('%s', (_, begin) => {
  it.each(ROUTES)('nobody acts for somebody: %s', async (route) => {
    await begin()
    expect(refusalOf(await ask(route))).toBe('403 people.no_mandate')
  })
})

describe('under one that stands', () => {
  it.each(ROUTES)('somebody acts, on its last day too: %s', async (route) => {
    await lunch.make.mandate(daughterId, elderId, { validUntil: '2026-11-23' })
    expect((await ask(route)).status).toBeLessThan(300)
    app.clock.set('2026-11-23T16:00:00.000Z')
    expect(refusalOf(await ask(route))).toBe('403 people.no_mandate')
  })

  it('orders for no more than it allows a day', async () => {
    await lunch.make.mandate(daughterId, elderId, { capFen: 1_019 })
    expect(refusalOf(await ask('POST /canteen/orders'))).toBe('409 mandates.cap_reached')
  })
})
