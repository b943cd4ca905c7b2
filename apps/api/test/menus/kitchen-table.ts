import type { DishRequest, DraftWeekRequest, MenuDish, MenuMeal, MenuWeekView } from '@wanli/contracts/menus'

import { newKey, type Api } from '../support/api.js'
import type { Lunch } from '../support/lunch.js'

/** Monday of the week of every test, and of the one after it. */
export const THIS_MONDAY = '2026-11-23'
export const NEXT_MONDAY = '2026-11-30'

/** A dish that a request may describe. */
export const DISH: DishRequest = {
  name: '葱油鸡',
  kind: '荤',
  picture: 'dish-07',
  meals: ['lunch', 'dinner'],
  ingredients: ['鸡', '葱'],
  allergens: [],
  nutrition: { kcal: 320, proteinG: 28, fatG: 18.5, carbohydrateG: 4, sodiumMg: 520 },
  soft: true,
  lowSalt: false,
  tags: ['招牌'],
  listFen: 1400,
  halfFen: 800,
  costFen: 760,
  station: 'steam',
}

/** The cook of the lunch's canteen. */
export async function cookOf(lunch: Lunch, name = '孙大勺'): Promise<Api> {
  const cook = await lunch.make.person({ name })
  return lunch.api.as(cook.id, [{ role: 'canteen_staff', scopeId: lunch.canteen.id }])
}

/** A line of a menu. */
export const onMenu = (dishId: string, change: Partial<MenuDish> = {}): MenuDish => ({
  dishId,
  portions: 30,
  keptPortions: 0,
  listFen: 1200,
  halfFen: 700,
  ...change,
})

/** Reads a week as the cook sees it. */
export async function weekOf(cook: Api, monday: string): Promise<MenuWeekView> {
  return (await cook.call('GET /menus/weeks/:monday', { params: { monday }, query: {} })).reply
}

/** Saves a draft with these meals in place of what they were. */
export async function draft(cook: Api, monday: string, meals: MenuMeal[], revision?: number) {
  const week = await weekOf(cook, monday)
  const body: DraftWeekRequest = { revision: revision ?? week.revision, meals }
  return cook.call('PUT /menus/weeks/:monday', { params: { monday }, body })
}

/** Orders that would lose a dish when the week is published, as whoever publishes is shown them. */
export async function shownOrders(cook: Api, monday: string): Promise<string[]> {
  const { reply } = await cook.call('GET /menus/weeks/:monday/changes', { params: { monday }, query: {} })
  return reply.dropped.map(({ orderId }) => orderId)
}

/** Publishes a week as it is; with `dropShown` also where orders lose a dish, having looked at them. */
export async function publish(cook: Api, monday: string, more: { revision?: number; dropShown?: boolean } = {}) {
  const { revision } = await weekOf(cook, monday)
  const { dropShown = false, ...rest } = more
  const body = { revision, ...rest, ...(dropShown ? { dropOrders: await shownOrders(cook, monday) } : {}) }
  return cook.call('POST /menus/weeks/:monday/publish', { params: { monday }, body, idempotencyKey: newKey() })
}

/** Another dish of the canteen that is on no menu. */
export async function spareDish(cook: Api, name: string): Promise<string> {
  const { reply } = await cook.call('POST /menus/dishes', {
    query: {},
    body: { ...DISH, name },
    idempotencyKey: newKey(),
  })
  return reply.id
}
