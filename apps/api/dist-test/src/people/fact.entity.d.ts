import type { FactKind } from '@wanli/contracts/people'
/** A fact about a person that a clerk or a document check has verified. */
export declare class Fact {
  personId: string
  kind: FactKind
  value: string
  verifiedBy: string
  verifiedAt: Date
}
