/** A Shanghai calendar day, `YYYY-MM-DD`. */
export type BusinessDay = string

/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = string

/** A span of time; `to` is exclusive. */
export interface Span {
  from: Instant
  to: Instant
}

/** What kind of day it is by the notice of the State Council; a `makeup_workday` (调休) is a weekend day on which people work. */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup_workday'

/** A day with its name when it has one (国庆节). */
export interface DayMark {
  day: BusinessDay
  kind: DayKind
  name: string | null
}
