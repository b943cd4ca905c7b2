import type { MandatePayer, MandateView } from '@wanli/contracts/mandates'
import type { FactView, PersonBrief, PersonView, RoleGrant } from '@wanli/contracts/people'

import type { Mandate } from './mandate.entity.js'
import { mandateActions, spentOn, statusOn } from './mandate.rules.js'
import type { Person } from './person.entity.js'
import type { RoleGrantRow } from './role-grant.entity.js'

/** Just enough to recognise a person. */
export function toPersonBrief(person: Person): PersonBrief {
  return { id: person.id, name: person.name, face: person.face }
}

/** A role and what it is limited to. */
export function toRoleGrant(row: RoleGrantRow): RoleGrant {
  return { role: row.role, scopeId: row.scopeId === '' ? null : row.scopeId, scopeName: row.scopeName }
}

/** A mandate as one of its sides sees it; `other` is the other side, `age` the principal's. */
export function toMandateView(
  mandate: Mandate,
  other: Person,
  { side, age, today }: { side: MandatePayer; age: number | null; today: string },
): MandateView {
  const status = statusOn(mandate, today)
  return {
    id: mandate.id,
    person: toPersonBrief(other),
    relation: mandate.relation,
    age,
    scopes: mandate.scopes,
    dailyCapFen: mandate.dailyCapFen,
    payer: mandate.payer,
    validUntil: mandate.validUntil,
    status,
    source: mandate.source,
    paperNumber: mandate.paperNumber,
    spentTodayFen: spentOn(mandate, today),
    createdAt: mandate.createdAt.toISOString(),
    actions: mandateActions(status, side),
  }
}

/** What a person's own page is made of. */
export interface PersonParts {
  age: number | null
  roles: RoleGrant[]
  facts: FactView[]
  mandates: { actsFor: MandateView[]; agents: MandateView[] }
  contacts: { phone?: string; id_number?: string }
  hasWechat: boolean
}

const counts = ({ status }: MandateView): boolean => status === 'live' || status === 'offered'

/** The signed-in person as they see themself. */
export function toPersonView(person: Person, parts: PersonParts): PersonView {
  return {
    id: person.id,
    name: person.name,
    face: person.face,
    estate: person.estate,
    age: parts.age,
    elderMode: person.elderMode,
    roles: parts.roles,
    facts: parts.facts,
    actsFor: parts.mandates.actsFor.filter(counts),
    agents: parts.mandates.agents.filter(counts),
    phone: parts.contacts.phone ?? null,
    idNumber: parts.contacts.id_number ?? null,
    hasWechat: parts.hasWechat,
    deletionAt: person.deletionAt?.toISOString() ?? null,
  }
}
