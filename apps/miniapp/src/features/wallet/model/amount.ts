/** Least and most of one top-up, in fen. */
const TOP_UP = { minFen: 100, maxFen: 100_000 } as const

/** What is offered with one tap, in fen. */
export const OFFERED_FEN: readonly number[] = [5_000, 10_000, 20_000, 50_000]

/** Fen of an amount typed in yuan (`50`, `50.5`, `50.05`); null when it is none, or outside the limits. */
export function fenOfText(text: string): number | null {
  const match = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return null
  const fen = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return fen >= TOP_UP.minFen && fen <= TOP_UP.maxFen ? fen : null
}

/** The month before or after `YYYY-MM`. */
export function shiftMonth(month: string, by: -1 | 1): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
}
