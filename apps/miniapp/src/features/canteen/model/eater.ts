import type { PersonView } from '@wanli/contracts/people'

/** Somebody a person may order for. `id` is null for the person themself. */
export interface Eater {
  readonly id: string | null
  readonly name: string
  readonly relation: string | null
  readonly age: number | null
  readonly face: PersonView['face']
}

const selfOf = ({ name, age, face }: PersonView): Eater => ({ id: null, name, relation: null, age, face })

/** From this age on portions are kept for the eater, and meals at the canteen may have a subsidy (canteen page, point 4). */
const ELDER_AGE = 60

/** Whether somebody is an elder to the canteen; an age that is not known is none. */
export const isElder = (age: number | null): boolean => age !== null && age >= ELDER_AGE

/** Everybody a person may order meals for: themself first, then whoever gave them a mandate for meals that stands. */
export function eatersOf(person: PersonView): Eater[] {
  const others = person.actsFor
    .filter((mandate) => mandate.status === 'live' && mandate.scopes.includes('meals'))
    .map(({ person: other, relation, age }) => ({ id: other.id, name: other.name, relation, age, face: other.face }))
  return [selfOf(person), ...others]
}

/** The eater with this id, or the person themself when nobody (or nobody they may act for) is meant. */
export function eaterOf(person: PersonView, id: string | null): Eater {
  return eatersOf(person).find((eater) => eater.id === id) ?? selfOf(person)
}
