import { queryOptions } from '@tanstack/react-query'
import { nextSitting } from '@/shared/api/canteens'

/** The meal that is shown on the home page: {@link nextSitting}. */
export const openSittingQuery = queryOptions({ queryKey: ['canteen', 'sittings', 'next'], queryFn: nextSitting })
