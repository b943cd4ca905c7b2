import type { MandateView, PersonBrief, PersonView, RoleGrant, VerifiedFactView } from '@wanli/contracts/people'

import type { Fact } from './fact.entity.js'
import type { Mandate } from './mandate.entity.js'
import type { Person } from './person.entity.js'
import type { RoleGrantRow } from './role-grant.entity.js'

/** Just enough to recognise a person. */
export function toPersonBrief(person: Person): PersonBrief {
  return { id: person.id, name: person.name, face: person.face }
}

/** A fact with who checked it and when. */
export function toFactView(fact: Fact): VerifiedFactView {
  return { kind: fact.kind, value: fact.value, verifiedAt: fact.verifiedAt.toISOString(), verifiedBy: fact.verifiedBy }
}

/** A role and what it is limited to. */
export function toRoleGrant(row: RoleGrantRow): RoleGrant {
  return { role: row.role, scopeId: row.scopeId === '' ? null : row.scopeId, scopeName: row.scopeName }
}

/** Somebody the agent may act for. */
export function toMandateView(mandate: Mandate, principal: Person, age: number | null): MandateView {
  return {
    id: mandate.id,
    person: toPersonBrief(principal),
    relation: mandate.relation,
    age,
    scopes: mandate.scopes,
    validUntil: mandate.validUntil,
  }
}

/** The signed-in person as they see themself. */
export function toPersonView(
  person: Person,
  age: number | null,
  parts: { roles: RoleGrant[]; facts: VerifiedFactView[]; actsFor: MandateView[] },
): PersonView {
  return {
    id: person.id,
    name: person.name,
    face: person.face,
    estate: person.estate,
    age,
    elderMode: person.elderMode,
    roles: parts.roles,
    facts: parts.facts,
    actsFor: parts.actsFor,
  }
}
