/** The value, or a fault when it is missing: for what another line of code has made certain. `what` names it in the log. */
export function defined<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`)
  return value
}
