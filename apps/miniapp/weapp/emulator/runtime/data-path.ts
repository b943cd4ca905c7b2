import type { Fields } from './protocol'

/** Sets `a.b[0].c` (also spelt `a.b.[0].c`) in `target`, making the arrays and objects on the way. */
export function setAtPath(target: Fields, path: string, value: unknown): void {
  const keys = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((key) => key !== '')
  const last = keys.pop()
  if (last === undefined) return
  let place: Fields = target
  for (const [index, key] of keys.entries()) {
    const next = keys[index + 1] ?? last
    if (typeof place[key] !== 'object' || place[key] === null) place[key] = /^\d+$/.test(next) ? [] : {}
    place = place[key] as Fields
  }
  place[last] = value
}
