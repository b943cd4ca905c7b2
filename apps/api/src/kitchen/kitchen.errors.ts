import type { KitchenErrors } from '@wanli/contracts/kitchen'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of kitchen. */
export const KITCHEN_ERRORS = {} as const satisfies Catalogue<KitchenErrors>
