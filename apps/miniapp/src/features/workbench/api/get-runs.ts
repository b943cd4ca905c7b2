import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { RunBrief, RunView } from '@wanli/contracts/delivery'
import { call, callAgain } from '@/shared/http/call'

const REFRESH_MS = 15_000

/** `GET /delivery/runs`: today's runs, one's own first; again and again while `live`. */
export function useRuns(live: boolean): UseQueryResult<{ items: RunBrief[] }> {
  return useQuery({
    queryKey: ['canteen', 'board', 'runs'],
    queryFn: () => callAgain('GET /delivery/runs'),
    enabled: live,
    refetchInterval: live && REFRESH_MS,
  })
}

/** `GET /delivery/runs/:id`: doors are for the eyes of the moment, so nothing of them is kept once the page has turned away. */
export function useRun(id: string | undefined, live: boolean): UseQueryResult<RunView> {
  return useQuery({
    queryKey: ['canteen', 'board', 'run', id],
    queryFn: () => call('GET /delivery/runs/:id', { params: { id: id ?? '' } }),
    enabled: live && id !== undefined,
    refetchInterval: live && REFRESH_MS,
    gcTime: 1_000,
  })
}
