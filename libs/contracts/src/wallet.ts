import type { Page, PageQuery } from './page.js'
import type { Instant } from './time.js'

/** A purse of a person: own money, or money given to them. */
export type Pocket = 'own' | 'gift'

/** What the caller has. `balanceFen` is the sum of the pockets. */
export interface WalletView {
  balanceFen: number
  pockets: { pocket: Pocket; balanceFen: number }[]
}

/** Why money moved. */
export type PostingKind = 'demo_grant' | 'order_payment' | 'order_refund'

/** One line of the caller's statement. `amountFen` is negative when money left; `balanceAfterFen` is of that pocket. */
export interface WalletEntryView {
  id: string
  kind: PostingKind
  pocket: Pocket
  amountFen: number
  balanceAfterFen: number
  memo: string
  orderId: string | null
  createdAt: Instant
}

export interface WalletErrors {
  'wallet.insufficient': { balance: string; needed: string }
}

export interface WalletRoutes {
  'GET /wallet': { reply: WalletView }
  'GET /wallet/entries': { query: PageQuery; reply: Page<WalletEntryView> }
}
