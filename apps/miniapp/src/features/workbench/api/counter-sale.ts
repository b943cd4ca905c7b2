import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import type {
  CounterOrderRequest,
  CounterPerson,
  CounterQuoteRequest,
  CounterQuoteView,
  SlipView,
  UnpaidView,
} from '@wanli/contracts/counter'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/** The counter's queries begin like the board's: what the board hears makes them stale too. */
const COUNTER = ['canteen', 'board', 'counter'] as const

/** `GET /counter/people`: a search is an act of whoever stands there, not something to repeat by itself. */
export function useFindNeighbours(): UseMutationResult<CounterPerson[], Error, string> {
  return useMutation({ mutationFn: async (q) => (await call('GET /counter/people', { query: { q } })).items })
}

/** What this basket costs this eater; the price before stays while the next is on its way. */
export function useCounterQuote(request: CounterQuoteRequest | null): UseQueryResult<CounterQuoteView> {
  return useQuery({
    queryKey: [...COUNTER, 'quote', request],
    queryFn: () => call('POST /counter/quotes', { body: request as CounterQuoteRequest }),
    enabled: request !== null,
    placeholderData: (previous) => (request === null ? undefined : previous),
  })
}

/** Sells a meal; the slip of what was sold. */
export async function sellAtCounter(body: CounterOrderRequest, idempotencyKey: string): Promise<SlipView> {
  const slip = await call('POST /counter/orders', { body, idempotencyKey })
  void queryClient.invalidateQueries({ queryKey: ['canteen'] })
  return slip
}

/** Orders that wait for their cash; every ten seconds while `live`. */
export function useUnpaid(live: boolean): UseQueryResult<UnpaidView[]> {
  return useQuery({
    queryKey: [...COUNTER, 'unpaid'],
    queryFn: async () => (await call('GET /counter/unpaid')).items,
    refetchInterval: live && 10_000,
  })
}

/** The slip of an order that was placed before: for somebody who would rather have it on paper. */
export function slipOf(orderId: string): Promise<SlipView> {
  return call('GET /counter/orders/:id/slip', { params: { id: orderId } })
}

/** Takes the cash of an order that waits. */
export async function takeCash(orderId: string, idempotencyKey: string): Promise<SlipView> {
  const slip = await call('POST /counter/orders/:id/cash', { params: { id: orderId }, idempotencyKey })
  void queryClient.invalidateQueries({ queryKey: ['canteen'] })
  return slip
}
