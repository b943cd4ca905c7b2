import type { CounterOrderRequest } from '@wanli/contracts/counter'

import { PlacingService } from '../../src/canteen/placing.service.js'
import { fingerprintOf } from '../../src/common/idempotency.js'
import { GuestsService } from '../../src/counter/guests.service.js'
import { Account } from '../../src/wallet/account.entity.js'
import { newKey, refusalOf, type Api } from '../support/api.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch
let cook: Api
let cookId: string
let sale: CounterOrderRequest

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
  cookId = (await lunch.make.person({ name: '孙大勺' })).id
  cook = lunch.api.as(cookId, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
  const lines = [{ offerId: lunch.meat.id, quantity: 1 }]
  sale = { sittingId: lunch.sitting.id, lines, mode: 'dine_in', payBy: 'cash', expectedPayFen: 1200 }
})

const sell = (key = newKey()) => cook.call('POST /counter/orders', { body: sale, idempotencyKey: key })
const drawerFen = async (): Promise<number> => {
  const drawer = { kind: 'cash_drawer' as const, ownerId: lunch.canteen.id }
  return 0 - ((await app.dataSource.manager.findOneBy(Account, drawer))?.balanceFen ?? 0)
}

describe('a sale whose answer was lost', () => {
  it('is answered as it was made, though its meal is over by now', async () => {
    app.clock.set('2026-11-23T04:59:59.000Z')
    const key = newKey()
    const { reply } = await sell(key)
    app.clock.set('2026-11-23T05:00:01.000Z')
    const again = await sell(key)
    expect([again.status, again.reply]).toEqual([201, reply])
    expect(await drawerFen()).toBe(1200)
    expect(refusalOf(await sell())).toBe('409 counter.sitting_over')
  })

  it('is finished when it comes again, though its server died between the meal and the money and its ten minutes are over', async () => {
    app.clock.set('2026-11-23T04:00:00.000Z')
    const key = newKey()
    // All that the server had done by then.
    const staff = { personId: cookId, sessionId: cookId, roles: [] }
    const once = { personId: cookId, key, fingerprint: fingerprintOf('POST /api/v1/counter/orders', sale) }
    const guest = await app.nest.get(GuestsService, { strict: false }).of(lunch.canteen.id)
    const placing = app.nest.get(PlacingService, { strict: false })
    await placing.placeAtCounter(staff, once, { ...sale, forPersonId: guest, payBy: 'counter' })
    app.clock.set('2026-11-23T04:11:00.000Z')
    const { status, reply } = await sell(key)
    expect([status, reply.paid, await drawerFen()]).toEqual([201, true, 1200])
    expect((await sell(key)).reply.paid).toBe(true)
    expect(await drawerFen()).toBe(1200)
  })
})
