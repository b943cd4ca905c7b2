/** Money is a whole number of fen (1 yuan = 100 fen). No float ever enters: every function takes and gives safe integers. */

function assertFen(fen: number): void {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`)
}

/** Sum of amounts in fen. Throws RangeError when one is not a safe integer. */
export function sumFen(amounts: readonly number[]): number {
  let total = 0
  for (const fen of amounts) {
    assertFen(fen)
    total += fen
  }
  assertFen(total)
  return total
}

/** Unit price in fen times a whole quantity. Throws RangeError when either is not a safe integer. */
export function timesFen(unitFen: number, quantity: number): number {
  assertFen(unitFen)
  assertFen(quantity)
  const total = unitFen * quantity
  assertFen(total)
  return total
}

/** `percent` of an amount, rounded half up to the fen: 85 % of 1,233 fen is 1,048 fen. */
export function percentFen(fen: number, percent: number): number {
  assertFen(fen)
  assertFen(percent)
  return Math.floor((fen * percent + 50) / 100)
}

/** A number in digits with its thousands set apart, whatever its sign and decimals. */
function thousandsApart(digits: string): string {
  const [whole = '', ...decimals] = digits.split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.')
}

/** A count as people read it: four digits are taken in at a glance, from ten thousand on they stand apart: `9999`, `12,345`. */
export function countText(count: number): string {
  return count < 10_000 ? String(count) : thousandsApart(String(count))
}

/** Yuan as people read them, with two decimals and no sign of currency: `14.85`, `-3.00`, `1,234.50`. Integer arithmetic only. */
export function yuan(fen: number): string {
  return thousandsApart(plainYuan(fen))
}

/** Yuan for what is read by machines or typed again, a spreadsheet, a bill, a field: `1234.50`. */
export function plainYuan(fen: number): string {
  assertFen(fen)
  const whole = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}

/**
 * Splits a total over weights so that the parts add up exactly (largest remainder, or Hamilton, method; ties go to the earlier part).
 * `weights` are non-negative integers; when all are zero the parts are zero and `totalFen` must be zero too.
 */
export function allocateFen(totalFen: number, weights: readonly number[]): number[] {
  assertFen(totalFen)
  const weightSum = sumFen(weights)
  if (weightSum === 0) {
    if (totalFen !== 0) throw new RangeError('cannot allocate a non-zero total over zero weights')
    return weights.map(() => 0)
  }
  const shares = weights.map((weight, index) => {
    const exact = totalFen * weight
    assertFen(exact)
    return { index, part: Math.floor(exact / weightSum), remainder: exact % weightSum }
  })
  let left = totalFen - sumFen(shares.map((share) => share.part))
  const parts = shares.map((share) => share.part)
  for (const share of [...shares].sort((a, b) => b.remainder - a.remainder || a.index - b.index)) {
    if (left === 0) break
    parts[share.index] = share.part + 1
    left -= 1
  }
  return parts
}
