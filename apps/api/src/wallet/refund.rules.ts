import { sumFen } from '@wanli/kernel/money'

/** What one account paid of an order and has not got back. */
export interface OpenPart {
  position: number
  openFen: number
}

/** What one part gets back of a refund. */
export interface PartShare<Part extends OpenPart> {
  part: Part
  fen: number
}

/**
 * Splits a refund over the parts of a payment, last paid first, so that gift money, which is spent first, comes back last. Throws
 * RangeError when more is asked for than is open: a refund never exceeds what was paid.
 */
export function refundShares<Part extends OpenPart>(parts: readonly Part[], fen: number): PartShare<Part>[] {
  if (fen > sumFen(parts.map((part) => part.openFen))) throw new RangeError('a refund exceeds what was paid')
  const shares: PartShare<Part>[] = []
  let left = fen
  for (const part of [...parts].sort((a, b) => b.position - a.position)) {
    const share = Math.min(left, part.openFen)
    if (share > 0) shares.push({ part, fen: share })
    left -= share
  }
  return shares
}

/** Splits what is paid over pockets: gift money first, own money for the rest. */
export function pocketShares(payFen: number, giftFen: number): { giftFen: number; ownFen: number } {
  const gift = Math.min(payFen, giftFen)
  return { giftFen: gift, ownFen: payFen - gift }
}
