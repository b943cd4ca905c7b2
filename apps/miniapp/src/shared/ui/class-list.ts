/** Class names of an element, without those that do not apply: `classList(css.chip, on && css.on)`. */
export function classList(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => Boolean(name)).join(' ')
}
