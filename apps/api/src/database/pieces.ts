/** Ids in one statement: below SQLite's bound on parameters (32,766). */
const AT_ONCE = 5_000

/** Cuts a list of ids into parts that fit into a statement each. */
export function pieces<One>(all: readonly One[]): One[][] {
  const parts: One[][] = []
  for (let from = 0; from < all.length; from += AT_ONCE) parts.push(all.slice(from, from + AT_ONCE))
  return parts
}
