/** What a posting does to one account. `balanceAfterFen` is that account's balance once it is applied. */
export declare class Entry {
  id: string
  postingId: string
  accountId: string
  amountFen: number
  balanceAfterFen: number
  createdAt: Date
}
