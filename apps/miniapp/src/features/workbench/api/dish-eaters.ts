import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import type { DishEatersView, PhoneListView } from '@wanli/contracts/kitchen'
import { call } from '@/shared/http/call'

/** A dish of a sitting. */
export interface DishOfSitting {
  id: string
  dishId: string
}

/** `GET /canteen/kitchen/sittings/:id/dishes/:dishId/eaters`. */
export function useDishEaters(params: DishOfSitting): UseQueryResult<DishEatersView> {
  return useQuery({
    queryKey: ['canteen', 'board', 'eaters', params.id, params.dishId],
    queryFn: () => call('GET /canteen/kitchen/sittings/:id/dishes/:dishId/eaters', { params: { ...params } }),
  })
}

/** `POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones`. The answer lives in the caller's hands only. */
export function usePhones(params: DishOfSitting): UseMutationResult<PhoneListView, Error, string> {
  return useMutation({
    mutationFn: (reason) =>
      call('POST /canteen/kitchen/sittings/:id/dishes/:dishId/phones', { params: { ...params }, body: { reason } }),
    gcTime: 0,
  })
}
