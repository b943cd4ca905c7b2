import type { Face, FactKind, MandateScope, Role } from '@wanli/contracts/people'
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
  balanceFen: number
}
/** Everybody in the demo. Nobody here is a real person. */
export declare const DEMO_PEOPLE: readonly DemoPerson[]
/** Who may act for whom. */
export declare const DEMO_MANDATES: readonly {
  agent: string
  principal: string
  relation: string
  scopes: MandateScope[]
}[]
