import type { PersonView } from '@wanli/contracts/people'

/** Somebody nothing is known about yet: no verified fact, nobody to care for, no work here. */
export function isNewcomer(person: Pick<PersonView, 'facts' | 'actsFor' | 'roles'>): boolean {
  const works = person.roles.some((grant) => grant.role !== 'resident')
  return person.facts.length === 0 && person.actsFor.length === 0 && !works
}
