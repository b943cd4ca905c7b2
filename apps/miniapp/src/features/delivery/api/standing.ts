import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import type {
  ChangeStandingRequest,
  NewStandingRequest,
  PauseRequest,
  StandingDayRequest,
  StandingView,
} from '@wanli/contracts/standing'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

const KEY = ['delivery', 'standing']

/** `GET /delivery/standing`: one's own and those one set up, with the coming days. */
export function useStandings(enabled: boolean): UseQueryResult<StandingView[]> {
  return useQuery({
    queryKey: KEY,
    queryFn: async () => (await call('GET /delivery/standing')).items,
    enabled,
  })
}

/** What may be done with a standing order that is there. */
export type StandingAct =
  | { kind: 'pause'; body: PauseRequest }
  | { kind: 'resume' | 'end' }
  | { kind: 'day'; day: string; body: StandingDayRequest }
  | { kind: 'clear'; day: string }

async function send(id: string, act: StandingAct): Promise<unknown> {
  switch (act.kind) {
    case 'pause':
      return call('POST /delivery/standing/:id/pause', { params: { id }, body: act.body })
    case 'resume':
      return call('POST /delivery/standing/:id/resume', { params: { id } })
    case 'end':
      return call('POST /delivery/standing/:id/end', { params: { id } })
    case 'day':
      return call('PUT /delivery/standing/:id/days/:day', { params: { id, day: act.day }, body: act.body })
    case 'clear':
      return call('DELETE /delivery/standing/:id/days/:day', { params: { id, day: act.day } })
  }
}

/** Does something with a standing order. Orders, money and notices may have changed by it. */
export function useStandingAct(id: string): UseMutationResult<unknown, Error, StandingAct> {
  return useMutation({ mutationFn: (act) => send(id, act), onSettled: standingsChanged })
}

/** `POST /delivery/standing`. */
export const setUpStanding = (body: NewStandingRequest, idempotencyKey: string): Promise<StandingView> =>
  call('POST /delivery/standing', { body, idempotencyKey })

/** `PUT /delivery/standing/:id`. */
export const changeStanding = (id: string, body: ChangeStandingRequest): Promise<StandingView> =>
  call('PUT /delivery/standing/:id', { params: { id }, body })

/** Reads again what a standing order changes. */
export async function standingsChanged(): Promise<void> {
  for (const queryKey of [KEY, ['canteen'], ['wallet'], ['notices']]) await queryClient.invalidateQueries({ queryKey })
}
