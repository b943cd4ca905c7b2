import { DataSource, type EntityManager } from 'typeorm'
import { Transactions } from '../database/transactions.js'
import { Clock } from './clock.js'
/** Who repeats what: the key of the request and a fingerprint of everything it asks for. */
export interface OnceRequest {
  personId: string
  key: string
  fingerprint: string
}
/** SHA-256, in hex, of a route and its body; equal requests have equal fingerprints. */
export declare function fingerprintOf(route: string, body: unknown): string
/** One key, one effect, one answer; answers are kept for 48 hours. */
export declare class Idempotency {
  private readonly transactions
  private readonly dataSource
  private readonly clock
  private readonly inFlight
  constructor(transactions: Transactions, dataSource: DataSource, clock: Clock)
  /**
   * Runs `work` in one transaction together with the key, or answers what the key was answered before: the reply, or the same
   * refusal thrown again. Throws `request.idempotency_mismatch` (422) when the key was used for something else, and
   * `request.idempotency_in_flight` (409) while its first use is still being worked on.
   */
  once<Reply>(request: OnceRequest, work: (tx: EntityManager) => Promise<Reply>): Promise<Reply>
  /** Deletes keys whose 48 hours are over. */
  forgetExpired(): Promise<void>
  private claim
  private replay
  /** The transaction is gone with its key, so the refusal is kept by one of its own. */
  private keepRefusal
}
