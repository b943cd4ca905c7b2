/** Fen of an amount as people type it (`12`, `12.5`, `12.50`); null when it is none. */
export function fenOfYuan(text: string): number | null {
  const match = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0') || '0')
}

/** An amount as people would type it: no needless zeros. */
export function typedYuan(fen: number): string {
  const cents = fen % 100
  const whole = Math.floor(fen / 100)
  return cents === 0 ? String(whole) : `${whole}.${String(cents).padStart(2, '0').replace(/0$/, '')}`
}
