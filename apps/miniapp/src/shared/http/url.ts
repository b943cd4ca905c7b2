type QueryValue = string | number | boolean | undefined

/** Fills `:name` parts of a route's path. Throws when one is missing: that is a bug, never a person's doing. */
export function fillPath(path: string, params: Readonly<Record<string, string>> = {}): string {
  return path.replace(/:([a-zA-Z]+)/g, (_whole, name: string) => {
    const value = params[name]
    if (value === undefined || value === '') throw new Error(`no value for :${name} of ${path}`)
    return encodeURIComponent(value)
  })
}

/** `?a=1&b=2`, without the members that are undefined; empty when nothing is left. */
export function queryText(query: Readonly<Record<string, QueryValue>> = {}): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
