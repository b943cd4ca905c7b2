/** What an account of the ledger holds. A person's pockets never go below zero; the others may have either sign. */
export type AccountKind = 'person_own' | 'person_gift' | 'canteen_revenue' | 'subsidy_receivable' | 'demo_source'
/** One account of the ledger. `ownerId` is a person, a canteen, or 'street'. */
export declare class Account {
  id: string
  kind: AccountKind
  ownerId: string
  balanceFen: number
  floorFen: number | null
}
