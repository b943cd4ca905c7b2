import type { PlaceOrderRequest } from '@wanli/contracts/canteen'
import type { KitchenBoard, SheetView } from '@wanli/contracts/kitchen'

import { draft, onMenu, publish, THIS_MONDAY } from '../menus/kitchen-table.js'

import { newKey, type Answer, type Api } from './api.js'
import type { TestApp } from './app.js'
import { ok } from './family.js'
import type { Lunch } from './lunch.js'

/** A kitchen on Monday 2026-11-23 whose lunch freezes at 10:30. */
export interface Kitchen {
  cook: Api
  cookId: string
  /** Sets the time of that Monday in Shanghai: `10:30`, `11:00:29`. */
  at(time: string): void
  /** Somebody new orders; answers the order's id and number. */
  order(change?: Partial<PlaceOrderRequest>): Promise<{ id: string; pickupNumber: string }>
  /** Somebody new orders, to pay at the counter. */
  unpaid(change?: Partial<PlaceOrderRequest>): Promise<{ id: string; pickupNumber: string }>
  /** Hands a meal over, before its time too. */
  handOver(order: { pickupNumber: string }): Promise<void>
  /** Publishes the lunch without its meat; whoever ordered it gets their money back. */
  takeOffMeat(): Promise<void>
  /** Says that the staff eat so many portions of the meat, having seen this revision of what was said. */
  staffMeals(portions: number, revision?: number): Promise<Answer<'PUT /canteen/kitchen/staff-meals'>>
  sheet(): Promise<SheetView>
  board(): Promise<KitchenBoard>
  advance(
    id: string,
    from: 'paid' | 'cooking' | 'ready',
    api?: Api,
  ): Promise<Answer<'POST /canteen/kitchen/orders/:id/advance'>>
  undo(id: string, from: 'paid' | 'cooking' | 'ready'): Promise<Answer<'POST /canteen/kitchen/orders/:id/undo'>>
}

/** A cook at the table of a lunch. */
export async function openKitchen(app: TestApp, lunch: Lunch): Promise<Kitchen> {
  const cookId = (await lunch.make.person({ name: '孙大勺' })).id
  const cook = lunch.api.as(cookId, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
  const params = { id: lunch.sitting.id }
  const order = async (change: Partial<PlaceOrderRequest> = {}) => {
    const eater = lunch.api.as((await lunch.make.person()).id)
    const placed = await eater.call('POST /canteen/orders', { body: lunch.body(change), idempotencyKey: newKey() })
    const { id, pickupNumber } = ok(placed)
    return { id, pickupNumber }
  }
  return {
    cook,
    cookId,
    at: (time) => app.clock.set(`2026-11-23T${time.length === 5 ? `${time}:00` : time}+08:00`),
    order,
    unpaid: (change = {}) => order({ payBy: 'counter', ...change }),
    handOver: async ({ pickupNumber: code }) => {
      ok(await cook.call('POST /canteen/pickups', { body: { code, early: true }, idempotencyKey: newKey() }))
    },
    takeOffMeat: async () => {
      const rice = onMenu(lunch.rice.dishId, { portions: 200, listFen: 100, halfFen: null })
      await draft(cook, THIS_MONDAY, [{ day: THIS_MONDAY, meal: 'lunch', dishes: [rice] }])
      ok(await publish(cook, THIS_MONDAY, { dropShown: true }))
    },
    staffMeals: (portions, revision = 0) =>
      cook.call('PUT /canteen/kitchen/staff-meals', { body: { portions, dishIds: [lunch.meat.dishId], revision } }),
    sheet: async () => ok(await cook.call('GET /canteen/kitchen/sittings/:id/sheet', { params })),
    board: async () => ok(await cook.call('GET /canteen/kitchen/sittings/:id/board', { params })),
    advance: (id, from, api = cook) =>
      api.call('POST /canteen/kitchen/orders/:id/advance', {
        params: { id },
        body: { from },
        idempotencyKey: newKey(),
      }),
    undo: (id, from) =>
      cook.call('POST /canteen/kitchen/orders/:id/undo', { params: { id }, body: { from }, idempotencyKey: newKey() }),
  }
}
