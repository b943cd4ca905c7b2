/**
 * Facts beside each other, without those that are empty: `订餐 · 每天最多 ¥60`. Said whole; on a screen `Facts` of `shared/ui` shows them,
 * so that no line begins or ends with a dot.
 */
export const facts = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\u00a0· ')
