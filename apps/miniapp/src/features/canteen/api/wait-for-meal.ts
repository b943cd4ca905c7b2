import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/** Joins or leaves the list of those who would take a meal that somebody gives up. */
export async function waitForMeal(sittingId: string, wait: boolean): Promise<void> {
  const params = { id: sittingId }
  if (wait) await call('PUT /canteen/sittings/:id/wait', { params })
  else await call('DELETE /canteen/sittings/:id/wait', { params })
  await queryClient.invalidateQueries({ queryKey: ['canteen', 'sitting'] })
}
