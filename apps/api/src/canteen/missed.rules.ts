/** As many dishes as a notice names. */
const MOST_NAMED = 2

/**
 * What a meal that nobody fetched was, and what is left to do: `「红烧肉」「米饭」等 4 样。钱没有退，有什么事打电话问食堂 021-5550 0117`. The kitchen
 * cooked for it, so nothing of `paidFen` comes back by itself.
 */
export function missedText(dishes: readonly string[], paidFen: number, phone: string): string {
  const named = dishes.slice(0, MOST_NAMED).map((name) => `「${name}」`)
  const what = `${named.join('')}${dishes.length > MOST_NAMED ? `等 ${dishes.length} 样` : ''}`
  return `${what}。${paidFen > 0 ? '钱没有退，' : ''}有什么事打电话问食堂 ${phone}`
}
