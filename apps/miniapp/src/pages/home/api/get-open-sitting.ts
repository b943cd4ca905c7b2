import { queryOptions } from '@tanstack/react-query'
import { nextSitting } from '@/shared/api/canteens'

/**
 * The meal that is shown on the home page: {@link nextSitting}. Its questions are repeated one by one; to repeat all of them too would
 * take a quarter of a minute before it is said that there is no network.
 */
export const openSittingQuery = queryOptions({
  queryKey: ['canteen', 'sittings', 'next'],
  queryFn: nextSitting,
  retry: false,
})
