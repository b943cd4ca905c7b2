import type { NoticeKind } from '@wanli/contracts/notices'
import { DataSource, type EntityManager } from 'typeorm'
import { Clock } from '../common/clock.js'
import { Transactions } from '../database/transactions.js'
/** Something to tell a person. */
export interface NoticeRequest {
  personId: string
  kind: NoticeKind
  title: string
  body: string
  orderId: string | null
}
/** Writes of the inbox. */
export declare class NoticesService {
  private readonly dataSource
  private readonly transactions
  private readonly clock
  constructor(dataSource: DataSource, transactions: Transactions, clock: Clock)
  /** Puts notices into inboxes, in the transaction of the fact they tell. */
  tell(tx: EntityManager, requests: NoticeRequest[]): Promise<void>
  /** Marks a notice of the person as read. Throws `notices.not_found` (404) when it is not there or not theirs. */
  read(personId: string, id: string): Promise<void>
}
