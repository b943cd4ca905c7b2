/** A person's dine-in subsidy of one day, used by one order. A refund deletes the row and so gives the right back. */
export declare class SubsidyUse {
  id: string
  personId: string
  day: string
  scheme: string
  orderId: string
  amountFen: number
  createdAt: Date
}
