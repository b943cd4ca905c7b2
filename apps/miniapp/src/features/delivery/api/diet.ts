import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { DietView } from '@wanli/contracts/meals'
import type { SittingView } from '@wanli/contracts/canteen'
import { sittingQuery } from '@/shared/api/canteens'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

const queryOf = (forPersonId: string | null): { forPersonId?: string } => (forPersonId === null ? {} : { forPersonId })

/** `GET /canteen/diet` of a person (null: the caller). */
export function useDiet(forPersonId: string | null, enabled: boolean): UseQueryResult<DietView> {
  return useQuery({
    queryKey: ['canteen', 'diet', forPersonId],
    queryFn: () => call('GET /canteen/diet', { query: queryOf(forPersonId) }),
    enabled,
  })
}

/** `PUT /canteen/diet`. Menus say anew what somebody does not eat. */
export async function saveDiet(forPersonId: string | null, body: DietView): Promise<DietView> {
  const diet = await call('PUT /canteen/diet', { query: queryOf(forPersonId), body })
  queryClient.setQueryData(['canteen', 'diet', forPersonId], diet)
  await queryClient.invalidateQueries({ queryKey: ['canteen', 'sitting'] })
  return diet
}

/** `GET /canteen/sittings/:id`: the menu of one day, to choose something else from. */
export function useMenuOf(sittingId: string | null, forPersonId: string): UseQueryResult<SittingView> {
  return useQuery({ ...sittingQuery(sittingId ?? '', forPersonId), enabled: sittingId !== null })
}
