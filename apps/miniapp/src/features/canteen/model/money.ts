import type { PayBy, QuoteView, ServiceMode } from '@wanli/contracts/canteen'

/** Fen that are missing in the wallet that pays; 0 when it is enough, or not the caller's to know. */
export function missingFen({ payFen, balanceFen }: Pick<QuoteView, 'payFen' | 'balanceFen'>): number {
  return balanceFen === null ? 0 : Math.max(0, payFen - balanceFen)
}

/** Whether one may pay at the window: it is a matter of ten minutes, so only for a meal of today that one comes for. */
export const takesCash = (mode: ServiceMode, day: string, today: string): boolean =>
  mode !== 'delivery' && day === today

/**
 * How an order may be paid: WeChat takes the caller's own money, so it is no way where a mandate says that the other side pays; at
 * the window pays who comes to the window, where that can be (`cash`, see {@link takesCash}).
 */
export function payByFor(
  chosen: PayBy,
  quote: Pick<QuoteView, 'payer'> | undefined,
  callerId: string,
  cash = true,
): PayBy {
  if (quote !== undefined && quote.payer.id !== callerId) return 'wallet'
  return chosen === 'counter' && !cash ? 'wallet' : chosen
}

/** Minutes and seconds from one instant to another as a clock shows them: `14:05`; `0:00` when it is over. */
export function countdownText(now: Date, until: Date): string {
  const seconds = Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
