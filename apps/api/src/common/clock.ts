import { businessDayOf } from '@wanli/kernel/shanghai-time'

import type { Env } from '../config/env.js'

/** The only source of "now". Tests set it; the demo may start it at another instant. */
export class Clock {
  private readonly offsetMs: number

  constructor(env: Pick<Env, 'CLOCK_START'>) {
    this.offsetMs = env.CLOCK_START === undefined ? 0 : Date.parse(env.CLOCK_START) - Date.now()
  }

  /** The current instant. */
  now(): Date {
    return new Date(Date.now() + this.offsetMs)
  }

  /** The current Shanghai day, `YYYY-MM-DD`. */
  today(): string {
    return businessDayOf(this.now())
  }
}
