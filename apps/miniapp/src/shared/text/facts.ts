/**
 * Facts beside each other, without those that are empty: `订餐 · 每天最多 ¥60`. A line may end after the dot, never before it: none begins
 * with one.
 */
export const facts = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\u00a0· ')
