import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import type { CanteenView, SittingBrief, SittingsReply, SittingView } from '@wanli/contracts/canteen'
import { asApiError } from '@/shared/http/api-error'
import { call, callAgain } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'
import { serverNow } from '@/shared/http/server-clock'
import { openSitting } from './open-sitting.rules'

const STORAGE_KEY = 'wanli.canteens'
const A_DAY_MS = 24 * 3_600_000
/** Portions go fast before noon. */
const SITTING_FRESH_MS = 10_000

interface KeptCanteens {
  items: CanteenView[]
  savedAt: number
}

const kept = (): KeptCanteens | undefined => Taro.getStorageSync<KeptCanteens | ''>(STORAGE_KEY) || undefined

async function fetchCanteens(): Promise<CanteenView[]> {
  const { items } = await call('GET /canteen/canteens')
  Taro.setStorageSync(STORAGE_KEY, { items, savedAt: Date.now() } satisfies KeptCanteens)
  return items
}

/** The canteens of the sub-district. They change seldom, so one answer serves for a day, and is on the phone when the app starts again. */
const canteensQuery = queryOptions({
  queryKey: ['canteen', 'canteens'],
  queryFn: fetchCanteens,
  staleTime: A_DAY_MS,
  initialData: () => kept()?.items,
  initialDataUpdatedAt: () => kept()?.savedAt,
})

/** `GET /canteen/canteens`, in the page. */
export const useCanteens = (): UseQueryResult<CanteenView[]> => useQuery(canteensQuery)

/** The same as far as the phone knows them; asked for only when it does not, and `enabled`. */
export const useKnownCanteens = (enabled: boolean): CanteenView[] => useQuery({ ...canteensQuery, enabled }).data ?? []

/** From the phone when they were asked for within a day. */
const knownCanteens = (): Promise<CanteenView[]> => queryClient.query(canteensQuery)

async function fetchSittings(canteenId: string): Promise<SittingsReply> {
  try {
    return await callAgain('GET /canteen/sittings', { query: { canteenId } })
  } catch (error) {
    if (asApiError(error).code === 'canteen.not_found') await queryClient.query({ ...canteensQuery, staleTime: 0 })
    throw error
  }
}

/**
 * `GET /canteen/sittings`: every sitting of a canteen for which orders are or will be taken, and the days of those. When the server knows
 * the phone's canteen no longer, the canteens are fetched anew before `canteen.not_found` is thrown.
 */
export const sittingsQuery = (canteenId: string) =>
  queryOptions({ queryKey: ['canteen', 'sittings', canteenId], queryFn: () => fetchSittings(canteenId) })

/** The sittings of the first canteen; none without a canteen. A phone that knew another canteen has learned of it, and asks again. */
async function sittingsOfFirst(): Promise<SittingBrief[]> {
  const ask = async (): Promise<SittingBrief[]> => {
    const [canteen] = await knownCanteens()
    return canteen ? (await queryClient.query(sittingsQuery(canteen.id))).items : []
  }
  return ask().catch((error: unknown) => {
    if (asApiError(error).code !== 'canteen.not_found') throw error
    return ask()
  })
}

/** `GET /canteen/sittings/:id`: a sitting with its dishes and the prices of one eater (null: the caller). */
export const sittingQuery = (sittingId: string, forPersonId: string | null) =>
  queryOptions({
    queryKey: ['canteen', 'sitting', sittingId, forPersonId],
    queryFn: () =>
      callAgain('GET /canteen/sittings/:id', { params: { id: sittingId }, query: forPersonId ? { forPersonId } : {} }),
    staleTime: SITTING_FRESH_MS,
  })

/** The next sitting of the first canteen that takes orders, with its dishes at the caller's own prices; null when none does. */
export async function nextSitting(): Promise<SittingView | null> {
  const next = openSitting(await sittingsOfFirst(), serverNow())
  return next ? queryClient.query(sittingQuery(next.id, null)) : null
}

/**
 * Asks, while the page is still loading, for what most people come for: the next meal. Whoever needs it and finds it missing asks
 * again, and says why.
 */
export function lookAhead(): void {
  void nextSitting().catch(() => undefined)
}
