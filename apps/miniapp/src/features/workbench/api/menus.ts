import { queryOptions } from '@tanstack/react-query'
import type { Meal } from '@wanli/contracts/canteen'
import type {
  CatalogueDishView,
  ChangeDishRequest,
  ChangeMealPlanRequest,
  CloseMealRequest,
  ClosedMealView,
  CopiedWeekView,
  DishRequest,
  MealPlanView,
  MenuMeal,
  MenuWeekView,
  PublishedWeekView,
} from '@wanli/contracts/menus'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/* Keys begin with the board's, so that whatever changes in the canteen is asked for again (`shared/live/topics.ts`). */

/** `GET /menus/weeks/:monday`: a week's menu. */
export const weekQuery = (monday: string) =>
  queryOptions({ queryKey: ['canteen', 'board', 'week', monday], queryFn: () => readWeek(monday) })

/** The same, as it is now: for who changes it without looking at it first. */
export const readWeek = (monday: string): Promise<MenuWeekView> =>
  call('GET /menus/weeks/:monday', { params: { monday } })

/** `GET /menus/weeks/:monday/changes`: what publishing would change, read when it is looked at. */
export const changesQuery = (monday: string, revision: number) =>
  queryOptions({
    queryKey: ['canteen', 'board', 'changes', monday, revision],
    queryFn: () => call('GET /menus/weeks/:monday/changes', { params: { monday } }),
    staleTime: 0,
  })

/** `GET /menus/weeks/:monday/versions`: what was published, the latest first. */
export const versionsQuery = (monday: string) =>
  queryOptions({
    queryKey: ['canteen', 'board', 'versions', monday],
    queryFn: async () => (await call('GET /menus/weeks/:monday/versions', { params: { monday } })).items,
  })

/** `GET /menus/meals`: how the canteen's meals are served. */
export const plansQuery = queryOptions({
  queryKey: ['canteen', 'plans'],
  queryFn: async () => (await call('GET /menus/meals')).items,
})

/** `PUT /menus/meals/:meal`: for what is published from now on; `revision` is of the plan as it was seen. */
export async function savePlan(meal: Meal, body: ChangeMealPlanRequest): Promise<void> {
  await call('PUT /menus/meals/:meal', { params: { meal }, query: {}, body })
  await queryClient.invalidateQueries({ queryKey: ['canteen'] })
}

/** How a meal is served now; undefined where it cannot be read. */
export async function readPlan(meal: Meal): Promise<MealPlanView | undefined> {
  const plans = await queryClient.query({ ...plansQuery, staleTime: 0 }).catch(() => [])
  return plans.find((plan) => plan.meal === meal)
}

/** `GET /menus/dishes`: every dish of the canteen. */
export const dishesQuery = queryOptions({
  queryKey: ['canteen', 'dishes'],
  queryFn: async () => (await call('GET /menus/dishes')).items,
})

/** `GET /menus/calendar`: a month, `YYYY-MM`. */
export const calendarQuery = (month: string) =>
  queryOptions({
    queryKey: ['canteen', 'board', 'calendar', month],
    queryFn: () => call('GET /menus/calendar', { query: { month } }),
  })

function keepWeek(week: MenuWeekView): void {
  queryClient.setQueryData(weekQuery(week.monday).queryKey, week)
}

/** `PUT /menus/weeks/:monday`: keeps the draft. */
export async function saveWeek(monday: string, revision: number, meals: MenuMeal[]): Promise<MenuWeekView> {
  const week = await call('PUT /menus/weeks/:monday', { params: { monday }, body: { revision, meals } })
  keepWeek(week)
  return week
}

/** `POST /menus/weeks/:monday/copy`: last week's menu as this week's draft. */
export async function copyLastWeek(monday: string, revision: number, idempotencyKey: string): Promise<CopiedWeekView> {
  const copied = await call('POST /menus/weeks/:monday/copy', {
    params: { monday },
    body: { revision },
    idempotencyKey,
  })
  keepWeek(copied.week)
  return copied
}

/** `POST /menus/weeks/:monday/publish`. */
export async function publishWeek(
  monday: string,
  body: { revision: number; dropOrders: string[] },
  idempotencyKey: string,
): Promise<PublishedWeekView> {
  const published = await call('POST /menus/weeks/:monday/publish', { params: { monday }, body, idempotencyKey })
  keepWeek(published.week)
  void queryClient.invalidateQueries({ queryKey: ['canteen'] })
  return published
}

/** `POST /menus/dishes`. */
export async function addDish(body: DishRequest, idempotencyKey: string): Promise<void> {
  await call('POST /menus/dishes', { query: {}, body, idempotencyKey })
  await queryClient.invalidateQueries({ queryKey: dishesQuery.queryKey })
}

/** `PUT /menus/dishes/:id`: `revision` is of the dish as it was seen. */
export async function changeDish(id: string, body: ChangeDishRequest): Promise<void> {
  await call('PUT /menus/dishes/:id', { params: { id }, body })
  await queryClient.invalidateQueries({ queryKey: dishesQuery.queryKey })
}

/** A dish as it is now; undefined where it cannot be read. */
export async function readDish(id: string): Promise<CatalogueDishView | undefined> {
  const dishes = await queryClient.query({ ...dishesQuery, staleTime: 0 }).catch(() => [])
  return dishes.find((dish) => dish.id === id)
}

/** `POST /menus/dishes/:id/retire` or `/restore`. */
export async function retireDish(id: string, retire: boolean): Promise<void> {
  await call(retire ? 'POST /menus/dishes/:id/retire' : 'POST /menus/dishes/:id/restore', { params: { id } })
  await queryClient.invalidateQueries({ queryKey: dishesQuery.queryKey })
}

/** `POST /menus/closings`: a meal is not served. */
export async function closeMeal(body: CloseMealRequest, idempotencyKey: string): Promise<ClosedMealView> {
  const closed = await call('POST /menus/closings', { body, idempotencyKey })
  void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
  return closed
}

/** `DELETE /menus/closings/:id`: it is served after all. */
export async function undoClosing(id: string): Promise<void> {
  await call('DELETE /menus/closings/:id', { params: { id } })
  await queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
}
