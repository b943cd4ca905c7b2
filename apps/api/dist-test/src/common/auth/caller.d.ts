import type { Role } from '@wanli/contracts/people'
/** Who makes the request, as the access token says it. */
export interface Caller {
  personId: string
  sessionId: string
  roles: CallerRole[]
}
/** A role and what it is limited to ('' = everywhere). */
export interface CallerRole {
  role: Role
  scopeId: string
}
/** Ids of the canteens, houses or enterprises a role of the caller is limited to; `'everywhere'` when one grant has no limit. */
export declare function scopesOf(caller: Caller, role: Role): string[] | 'everywhere'
