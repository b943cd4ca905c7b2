import type { PickupView } from '@wanli/contracts/pickups'
import { call } from '@/shared/http/call'

/** Meals that wait for somebody who has no phone with them: by card, or surname and last four digits. */
export async function findPickupsByName(q: string): Promise<PickupView[]> {
  return (await call('GET /counter/pickups', { query: { q } })).items
}
