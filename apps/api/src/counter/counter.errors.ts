import type { CounterErrors } from '@wanli/contracts/counter'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of counter. */
export const COUNTER_ERRORS = {} as const satisfies Catalogue<CounterErrors>
