import { queryOptions } from '@tanstack/react-query'
import type { SittingBrief } from '@wanli/contracts/canteen'
import { knownCanteens, sittingsOf } from '@/shared/api/canteens'
import { asApiError } from '@/shared/http/api-error'
import { callAgain } from '@/shared/http/call'
import { serverNow } from '@/shared/http/server-clock'
import { openSitting } from '../model/open-sitting.rules'

/** The sittings of the first canteen; none without a canteen. A phone that knew another canteen has learned of it, and asks again. */
async function sittingsOfFirst(): Promise<SittingBrief[]> {
  const ask = async (): Promise<SittingBrief[]> => {
    const [canteen] = await knownCanteens()
    return canteen ? sittingsOf(canteen.id) : []
  }
  return ask().catch((error: unknown) => {
    if (asApiError(error).code !== 'canteen.not_found') throw error
    return ask()
  })
}

/** The next sitting of the first canteen that takes orders, with its dishes at the caller's own prices; null when none does. */
export const openSittingQuery = queryOptions({
  queryKey: ['canteen', 'sittings', 'next'],
  queryFn: async () => {
    const next = openSitting(await sittingsOfFirst(), serverNow())
    return next ? callAgain('GET /canteen/sittings/:id', { params: { id: next.id }, query: {} }) : null
  },
})
