/** A Shanghai calendar day, `YYYY-MM-DD`. */
export type BusinessDay = string

/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = string

/** A span of time; `to` is exclusive. */
export interface Span {
  from: Instant
  to: Instant
}
