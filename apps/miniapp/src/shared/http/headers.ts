/** A header of an answer; undefined without it. The names of headers come in capitals or not, by platform. */
export function headerOf(headers: Record<string, unknown> | undefined, name: string): string | undefined {
  const spelt = Object.keys(headers ?? {}).find((one) => one.toLowerCase() === name)
  const value = spelt === undefined ? undefined : headers?.[spelt]
  return typeof value === 'string' ? value : undefined
}
