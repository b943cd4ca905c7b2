/** A name as a counter may see it: the first and the last character, `陈*珍`; of two characters the first, `陈*`. */
export function maskedName(name: string): string {
  // By code point: a rare character takes two UTF-16 units.
  const [first = '', ...rest] = Array.from(name)
  if (rest.length === 0) return name
  return rest.length === 1 ? `${first}*` : `${first}*${rest[rest.length - 1] ?? ''}`
}
