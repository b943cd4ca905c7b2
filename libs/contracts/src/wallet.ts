import type { NoParams } from './no-params.js'
import type { Page, PageQuery } from './page.js'
import type { BusinessDay, Instant } from './time.js'

/** A purse of a person: own money, or money given to them. Gift money is spent first and is never paid out. */
export type Pocket = 'own' | 'gift'

/** What the caller may do with the wallet now. */
export type WalletAction = 'top_up' | 'pay_out' | 'report_loss'

/** What the caller has. `balanceFen` is the sum of the pockets. `card` is the meal card of those who carry one. */
export interface WalletView {
  balanceFen: number
  pockets: { pocket: Pocket; balanceFen: number }[]
  card: { number: string; lost: boolean } | null
  actions: WalletAction[]
}

/** Why money moved. */
export type PostingKind =
  | 'demo_grant'
  | 'order_payment'
  | 'order_refund'
  | 'top_up_wechat'
  | 'top_up_cash'
  | 'gift'
  | 'payout'
  | 'payout_returned'
  | 'wechat_receipt'
  | 'wechat_refund'
  | 'reversal'
  | 'cash_difference'

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

/** Query of `GET /wallet/entries`: `month` is `YYYY-MM` in Shanghai. */
export interface EntriesQuery extends PageQuery {
  month?: string
}

/** One month in four sums, all positive. `savedFen` is discounts and subsidies of meals paid from this wallet. */
export interface WalletMonthView {
  month: string
  spentFen: number
  addedFen: number
  returnedFen: number
  savedFen: number
}

/** States of a payment by WeChat. `closed` was ended by us or by time; money that still arrives then makes it `late`. */
export type PaymentStatus = 'pending' | 'paid' | 'closed' | 'late'

/** What `wx.requestPayment` takes. */
export interface WechatPayArguments {
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

/** A payment by WeChat. `wechat` is there while it may still be paid. */
export interface PaymentView {
  id: string
  purpose: 'top_up' | 'order'
  orderId: string | null
  amountFen: number
  status: PaymentStatus
  expiresAt: Instant
  paidAt: Instant | null
  wechat: WechatPayArguments | null
}

/** Body of `POST /wallet/top-ups`, 1 to 100,000 fen at a time. */
export interface TopUpRequest {
  amountFen: number
}

/** Money on its way back to where it came from. */
export interface PayoutView {
  id: string
  amountFen: number
  parts: { way: 'wechat' | 'cash'; amountFen: number; status: 'pending' | 'done' | 'failed' }[]
  createdAt: Instant
}

/** Body of `POST /desk/top-ups`: cash in the drawer. */
export interface CashTopUpRequest {
  personId: string
  amountFen: number
}

/** The cash drawer of the caller's desk, today. */
export interface DrawerView {
  balanceFen: number
  topUpsToday: number
  payoutsWaiting: WaitingPayout[]
}

/**
 * Cash that waits for its owner. `paymentNumber` is of money that came after its account was erased and that WeChat could not return:
 * whoever shows this number (商户单号) in their own WeChat bill is its owner. Null where the account stands.
 */
export interface WaitingPayout {
  id: string
  personName: string
  amountFen: number
  paymentNumber: string | null
}

/** The ledger added up. `differenceFen` and `drifts` must be zero and empty. */
export interface TrialBalanceView {
  at: Instant
  kinds: { kind: string; accounts: number; balanceFen: number; entriesFen: number }[]
  differenceFen: number
  drifts: { accountId: string; balanceFen: number; entriesFen: number }[]
}

/** What WeChat's bill and our books disagree on. */
export interface BillDifference {
  id: string
  kind: 'missing_here' | 'missing_there' | 'amount' | 'status'
  what: 'payment' | 'refund'
  reference: string
  hereFen: number | null
  thereFen: number | null
}

/** One day's comparison with WeChat's bill. */
export interface ReconciliationView {
  day: BusinessDay
  checkedAt: Instant
  payments: number
  refunds: number
  differences: BillDifference[]
}

export interface WalletErrors {
  'wallet.insufficient': { balance: string; needed: string }
  'wallet.other_insufficient': { needed: string }
  'wallet.person_not_found': NoParams
  'wallet.payment_not_found': NoParams
  'wallet.wechat_off': NoParams
  'wallet.wechat_needed': NoParams
  'wallet.wechat_unreachable': NoParams
  'wallet.nothing_to_pay_out': NoParams
  'wallet.payout_not_found': NoParams
  'wallet.payout_done': NoParams
  'wallet.reconciliation_not_found': NoParams
  'wallet.bill_not_ready': NoParams
}

export interface WalletRoutes {
  'GET /wallet': { reply: WalletView }
  'GET /wallet/entries': { query: EntriesQuery; reply: Page<WalletEntryView> }
  'GET /wallet/months/:month': { params: { month: string }; reply: WalletMonthView }
  'POST /wallet/top-ups': { body: TopUpRequest; reply: PaymentView; idempotent: true }
  'GET /wallet/payments/:id': { params: { id: string }; reply: PaymentView }
  'POST /wallet/payments/:id/close': { params: { id: string }; reply: PaymentView }
  'POST /wallet/payouts': { reply: PayoutView; idempotent: true }
  'GET /wallet/payouts': { reply: { items: PayoutView[] } }
  'POST /wallet/card/lost': { reply: WalletView }
  'POST /desk/top-ups': { body: CashTopUpRequest; reply: { balanceFen: number }; idempotent: true }
  'GET /desk/drawer': { reply: DrawerView }
  'POST /desk/payouts/:id/paid': { params: { id: string }; reply: DrawerView }
  'POST /demo/payments/:id/pay': {
    params: { id: string }
    body: { outcome: 'paid' | 'cancelled' }
    reply: PaymentView
  }
  'GET /wallet/trial-balance': { reply: TrialBalanceView }
  'POST /wallet/reconciliations': { body: { day: BusinessDay }; reply: ReconciliationView }
  'GET /wallet/reconciliations': { query: { day: BusinessDay }; reply: ReconciliationView }
}
