import { People1795420800000 } from './migrations/1795420800000-people-tables.js'
import { Requests1795420800001 } from './migrations/1795420800001-requests-tables.js'
import { Canteen1795420800002 } from './migrations/1795420800002-canteen-tables.js'
import { Wallet1795420800003 } from './migrations/1795420800003-wallet-tables.js'
import { Notices1795420800004 } from './migrations/1795420800004-notices-tables.js'

/** Every migration in order; a new one goes to the end, its number above all others. */
export const MIGRATIONS = [
  People1795420800000,
  Requests1795420800001,
  Canteen1795420800002,
  Wallet1795420800003,
  Notices1795420800004,
]
