import type { DeliveryErrors } from '@wanli/contracts/delivery'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of delivery. */
export const DELIVERY_ERRORS = {} as const satisfies Catalogue<DeliveryErrors>
