import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { AddressView } from '@wanli/contracts/delivery'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/** `GET /delivery/addresses`: where meals of a person are brought (null: the caller). Asked only while `wanted`. */
export function useAddresses(forPersonId: string | null, wanted: boolean): UseQueryResult<AddressView[]> {
  return useQuery({
    queryKey: ['delivery', 'addresses', forPersonId],
    queryFn: async () =>
      (await call('GET /delivery/addresses', { query: forPersonId === null ? {} : { forPersonId } })).items,
    enabled: wanted,
  })
}

/** Makes stale what a changed address changes. */
export async function addressesChanged(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['delivery'] })
}
