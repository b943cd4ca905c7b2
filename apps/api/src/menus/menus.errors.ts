import type { MenusErrors } from '@wanli/contracts/menus'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of menus. */
export const MENUS_ERRORS = {} as const satisfies Catalogue<MenusErrors>
