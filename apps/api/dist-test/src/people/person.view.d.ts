import type { MandateView, PersonBrief, PersonView, RoleGrant, VerifiedFactView } from '@wanli/contracts/people'
import type { Fact } from './fact.entity.js'
import type { Mandate } from './mandate.entity.js'
import type { Person } from './person.entity.js'
import type { RoleGrantRow } from './role-grant.entity.js'
/** Just enough to recognise a person. */
export declare function toPersonBrief(person: Person): PersonBrief
/** A fact with who checked it and when. */
export declare function toFactView(fact: Fact): VerifiedFactView
/** A role and what it is limited to. */
export declare function toRoleGrant(row: RoleGrantRow): RoleGrant
/** Somebody the agent may act for. */
export declare function toMandateView(mandate: Mandate, principal: Person, age: number | null): MandateView
/** The signed-in person as they see themself. */
export declare function toPersonView(
  person: Person,
  age: number | null,
  parts: {
    roles: RoleGrant[]
    facts: VerifiedFactView[]
    actsFor: MandateView[]
  },
): PersonView
