import type { PickupView } from '@wanli/contracts/pickups'
import { call } from '@/shared/http/call'

/** Orders behind a typed number or a scanned code, those that still wait first. */
export async function findPickups(code: string): Promise<PickupView[]> {
  return (await call('GET /canteen/pickups', { query: { code } })).items
}
