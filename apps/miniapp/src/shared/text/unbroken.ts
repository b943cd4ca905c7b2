const TELEPHONE = /(\d{3,4}-\d{4} \d{4})/

/**
 * Words in which a number stays on the line of what it counts or names, and a telephone number on one line: `取餐号 A012`, `3 号窗口`,
 * `最多 ¥30`, `021-5550 0117`. A line may end before a date: `王秀珍的` `11月28日晚餐`.
 */
export function unbroken(words: string): string {
  return words
    .split(TELEPHONE)
    .map((part) => (TELEPHONE.test(part) ? whole(part) : withItsWord(part)))
    .join('')
}

/** A browser breaks after a hyphen too, unless there is a word joiner. */
const whole = (number: string): string => number.replace('-', '\u2060-\u2060').replace(' ', '\u00a0')

/** Whose it is may stand alone: with a date behind it a phrase is longer than a line, and would be broken before its comma. */
const withItsWord = (words: string): string =>
  words
    .replace(/的(?=\d+月)/g, '的\u200b')
    .replace(/([\u4e00-\u9fff]) (?=[A-Z¥]?\d+)/g, '$1\u00a0')
    .replace(/(\d) (?=[\u4e00-\u9fff])/g, '$1\u00a0')
