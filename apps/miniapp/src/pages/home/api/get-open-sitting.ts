import { queryOptions } from '@tanstack/react-query'
import { sittingsOfFirst } from '@/shared/api/canteens'
import { callAgain } from '@/shared/http/call'
import { serverNow } from '@/shared/http/server-clock'
import { openSitting } from '../model/open-sitting.rules'

/** The next sitting of the first canteen that takes orders, with its dishes at the caller's own prices; null when none does. */
export const openSittingQuery = queryOptions({
  queryKey: ['canteen', 'sittings', 'next'],
  queryFn: async () => {
    const next = openSitting(await sittingsOfFirst(), serverNow())
    return next ? callAgain('GET /canteen/sittings/:id', { params: { id: next.id }, query: {} }) : null
  },
})
