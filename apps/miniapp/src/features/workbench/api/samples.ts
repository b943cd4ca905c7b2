import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type {
  CorrectSampleRequest,
  KeepSampleRequest,
  SampleDay,
  SamplesView,
  SampleView,
  VoidSampleRequest,
} from '@wanli/contracts/kitchen'
import { call } from '@/shared/http/call'

/** `GET /canteen/kitchen/sittings/:id/samples`. */
export function useSamples(sittingId: string): UseQueryResult<SamplesView> {
  return useQuery({
    queryKey: ['canteen', 'board', 'samples', sittingId],
    queryFn: () => call('GET /canteen/kitchen/sittings/:id/samples', { params: { id: sittingId } }),
  })
}

/** `GET /canteen/kitchen/samples`: what was kept on a day, however long ago. */
export function useSampleDay(day: string, enabled: boolean): UseQueryResult<SampleDay> {
  return useQuery({
    queryKey: ['canteen', 'board', 'sample-day', day],
    queryFn: () => call('GET /canteen/kitchen/samples', { query: { day } }),
    enabled,
  })
}

/** `POST /canteen/kitchen/sittings/:id/samples`. */
export const keepSample = (sittingId: string, body: KeepSampleRequest, idempotencyKey: string): Promise<SampleView> =>
  call('POST /canteen/kitchen/sittings/:id/samples', { params: { id: sittingId }, body, idempotencyKey })

/** `POST /canteen/kitchen/samples/:id/discard`. */
export const discardSample = (id: string, idempotencyKey: string): Promise<SampleView> =>
  call('POST /canteen/kitchen/samples/:id/discard', { params: { id }, idempotencyKey })

/** `POST /canteen/kitchen/samples/:id/corrections`. */
export const correctSample = (id: string, body: CorrectSampleRequest, idempotencyKey: string): Promise<SampleView> =>
  call('POST /canteen/kitchen/samples/:id/corrections', { params: { id }, body, idempotencyKey })

/** `POST /canteen/kitchen/samples/:id/void`. */
export const voidSample = (id: string, body: VoidSampleRequest, idempotencyKey: string): Promise<SampleView> =>
  call('POST /canteen/kitchen/samples/:id/void', { params: { id }, body, idempotencyKey })
