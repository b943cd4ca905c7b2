import { People1795420800000 } from './migrations/1795420800000-people-tables.js'
/** Every migration in order; a new one goes to the end, its number above all others. */
export declare const MIGRATIONS: (typeof People1795420800000)[]
