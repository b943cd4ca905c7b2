import type { PlaceOrderRequest } from '@wanli/contracts/canteen'

import { DomainError } from '../common/domain-error.js'

/** An address to which a meal may be brought: whose it is, how it reads, and which canteens' runs pass it. */
export interface Doorstep {
  personId: string
  text: string
  canteenIds: readonly string[]
  /** Which run of the canteen passes it. */
  run?: number
}

/**
 * The id of the address a meal is brought to: the eater's own, on a run of the canteen; null for a meal that is not brought. Throws
 * `canteen.address_required` and `canteen.address_out_of_reach` (422).
 */
export function addressOf(
  doorsteps: ReadonlyMap<string, Doorstep>,
  { mode, addressId }: Pick<PlaceOrderRequest, 'mode' | 'addressId'>,
  { canteenId, eaterId }: { canteenId: string; eaterId: string },
): string | null {
  if (mode !== 'delivery') return null
  const doorstep = doorsteps.get(addressId ?? '')
  if (addressId === undefined || doorstep?.personId !== eaterId) throw new DomainError('canteen.address_required')
  if (!doorstep.canteenIds.includes(canteenId)) throw new DomainError('canteen.address_out_of_reach')
  return addressId
}
