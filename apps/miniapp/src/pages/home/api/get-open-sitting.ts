import { queryOptions } from '@tanstack/react-query'
import { nextSitting } from '@/shared/api/canteens'
import { serverNow } from '@/shared/http/server-clock'

/** Between two questions at least, and where there is nothing to order, in ms. */
const LEAST_MS = 20_000
const AGAIN_MS = 300_000

/**
 * The meal that is shown on the home page: {@link nextSitting}. Its questions are repeated one by one; to repeat all of them too would
 * take a quarter of a minute before it is said that there is no network.
 */
export const openSittingQuery = queryOptions({
  queryKey: ['canteen', 'sittings', 'next'],
  queryFn: nextSitting,
  retry: false,
  // Once its orders are closed it is another meal.
  refetchInterval: ({ state: { data } }) =>
    data ? Math.max(LEAST_MS, new Date(data.cutOffAt).getTime() - serverNow().getTime()) : AGAIN_MS,
})
