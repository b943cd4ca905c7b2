import type { Face, FactKind, Role } from '@wanli/contracts/people'

/** An invented person of the demo. `bornYearsAgo` keeps their age whatever the year; without `persona` they have no phone. */
export interface DemoPerson {
  key: string
  persona: boolean
  name: string
  face: Face
  estate: string | null
  elderMode?: true
  roles: Role[]
  facts: Partial<Record<Exclude<FactKind, 'birth_day'>, string>>
  age: number | null
  /** How long ago their birthday was; a hundred days unless said otherwise. */
  birthdayDaysAgo?: number
  balanceFen: number
  /** An invented number of a range that is not given out. */
  phone?: string
  cardNumber?: string
}
