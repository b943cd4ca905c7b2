import type { PersonView } from '@wanli/contracts/people'
import { facts } from '@/shared/text/facts'
import { ME_TEXT, ROLE_TEXT } from '../text'

/** Tags under a person's name: where they live, how old, what they do here. */
export function personTags(person: Pick<PersonView, 'estate' | 'age' | 'roles'>): string[] {
  const tags: string[] = []
  if (person.estate) tags.push(`${person.estate}${ROLE_TEXT.resident}`)
  if (person.age !== null) tags.push(ME_TEXT.age(person.age))
  for (const grant of person.roles) {
    if (grant.role !== 'resident') tags.push(ROLE_TEXT[grant.role])
  }
  return [...new Set(tags)]
}

/** Roles with work on the workbench so far. */
const DESK_ROLES = new Set(['canteen_staff', 'clerk', 'officer', 'admin'])

/** Where the person works, for the door of the workbench; null when they have no work there. */
export function deskWords(person: Pick<PersonView, 'roles'>): string | null {
  const grant = person.roles.find((held) => DESK_ROLES.has(held.role))
  if (!grant) return null
  return grant.scopeName ? facts(grant.scopeName, ROLE_TEXT[grant.role]) : ROLE_TEXT[grant.role]
}
