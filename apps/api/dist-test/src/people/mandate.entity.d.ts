import type { MandateScope } from '@wanli/contracts/people'
/** `agent` may act for `principal`. One row per pair; a new mandate replaces the old one. */
export declare class Mandate {
  id: string
  principalId: string
  agentId: string
  relation: string
  scopes: MandateScope[]
  validUntil: string | null
  revokedAt: Date | null
  createdAt: Date
}
