import type { PersonView } from '@wanli/contracts/people'
import { ROLE_TEXT } from '@/shared/text/role-words'
import { ME_TEXT } from '../text'

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
