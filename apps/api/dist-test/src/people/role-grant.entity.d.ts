import type { Role } from '@wanli/contracts/people'
/** A role of a person. `scopeId` is the canteen, house or enterprise it is limited to, or '' for everywhere. */
export declare class RoleGrantRow {
  personId: string
  role: Role
  scopeId: string
  scopeName: string | null
  grantedAt: Date
}
