import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { AddressRequest, AddressView, EstateView } from '@wanli/contracts/delivery'
import { call } from '@/shared/http/call'

/** `GET /delivery/estates`: estates that are on a run. */
export function useEstates(): UseQueryResult<EstateView[]> {
  return useQuery({
    queryKey: ['delivery', 'estates'],
    queryFn: async () => (await call('GET /delivery/estates')).items,
  })
}

/** `POST /delivery/addresses`, or `PUT /delivery/addresses/:id` for one that is there. */
export function saveAddress(
  body: AddressRequest,
  { id, forPersonId, idempotencyKey }: { id: string | undefined; forPersonId: string | null; idempotencyKey: string },
): Promise<AddressView> {
  if (id !== undefined) return call('PUT /delivery/addresses/:id', { params: { id }, body })
  const whole = forPersonId === null ? body : { ...body, forPersonId }
  return call('POST /delivery/addresses', { body: whole, idempotencyKey })
}

/** `DELETE /delivery/addresses/:id`. */
export const removeAddress = (id: string): Promise<{ removed: true }> =>
  call('DELETE /delivery/addresses/:id', { params: { id } })
