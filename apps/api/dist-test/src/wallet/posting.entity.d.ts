import type { PostingKind } from '@wanli/contracts/wallet'
/** One movement of money; its entries sum to zero. Never changed: a correction is another posting. */
export declare class Posting {
  id: string
  kind: PostingKind
  orderId: string | null
  memo: string
  createdAt: Date
}
