import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import type { CloseDayRequest, CounterDayView, DayCloseView } from '@wanli/contracts/counter'
import type { BusinessDay } from '@wanli/contracts/time'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

const DAYS = ['canteen', 'board', 'days'] as const

/** Figures of a day, today's without one, and the close when there is one. Waits until somebody is signed in. */
export function useCounterDay(enabled: boolean, day?: BusinessDay): UseQueryResult<CounterDayView> {
  return useQuery({
    queryKey: [...DAYS, day ?? 'today'],
    queryFn: () => call('GET /counter/day', { query: { day } }),
    enabled,
  })
}

/** Closed days, newest first: the last ten. */
export function useClosedDays(): UseQueryResult<DayCloseView[]> {
  return useQuery({
    queryKey: [...DAYS, 'past'],
    queryFn: async () => (await call('GET /counter/days', { query: { limit: 10 } })).items,
  })
}

/** Closes a day. */
export function useCloseDay(key: string): UseMutationResult<DayCloseView, Error, CloseDayRequest> {
  return useMutation({
    mutationFn: (body) => call('POST /counter/day/close', { body, idempotencyKey: key }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: DAYS }),
  })
}
