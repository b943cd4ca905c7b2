import { queryOptions } from '@tanstack/react-query'
import { call } from '@/shared/http/call'
import { openSitting } from '../model/open-sitting.rules'

/** The next sitting of the first canteen that takes orders, with its dishes at the caller's own prices; null when none does. Three routes, one after another. */
export const openSittingQuery = queryOptions({
  queryKey: ['canteen', 'sittings', 'next'],
  queryFn: async () => {
    const canteen = (await call('GET /canteen/canteens')).items[0]
    if (!canteen) return null
    const briefs = await call('GET /canteen/sittings', { query: { canteenId: canteen.id } })
    const next = openSitting(briefs.items, new Date())
    return next ? call('GET /canteen/sittings/:id', { params: { id: next.id }, query: {} }) : null
  },
})
