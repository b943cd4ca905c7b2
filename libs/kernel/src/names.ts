/** Who eats at a canteen and is nobody in particular. */
export const GUEST_NAME = '散客'

/**
 * A name as staff may see it: the first and the last character, `陈*珍`; of two characters, or one, the first, `陈*`. A guest has no name
 * to be hidden.
 */
export function maskedName(name: string): string {
  if (name === '' || name === GUEST_NAME) return name
  // By code point: a rare character takes two UTF-16 units.
  const [first = '', ...rest] = Array.from(name)
  return rest.length <= 1 ? `${first}*` : `${first}*${rest[rest.length - 1] ?? ''}`
}
