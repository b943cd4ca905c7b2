/** Words in which a number stays on the line of what it counts or names: `取餐号 A012`, `3 号窗口`. */
export function unbroken(words: string): string {
  return words.replace(/([\u4e00-\u9fff]) (?=[A-Z]?\d+)/g, '$1\u00a0').replace(/(\d) (?=[\u4e00-\u9fff])/g, '$1\u00a0')
}
