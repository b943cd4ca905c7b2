import type { Env } from '../config/env.js'
/** The only source of "now". Tests set it; the demo may start it at another instant. */
export declare class Clock {
  private readonly offsetMs
  constructor(env: Pick<Env, 'CLOCK_START'>)
  /** The current instant. */
  now(): Date
  /** The current Shanghai day, `YYYY-MM-DD`. */
  today(): string
}
