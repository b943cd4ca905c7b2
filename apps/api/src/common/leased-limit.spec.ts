import { afterEach, beforeEach, expect, it, jest } from '@jest/globals'
import { RateLimiterMemory } from 'rate-limiter-flexible'

import { LeasedLimit } from './leased-limit.js'

const MINUTE_MS = 60_000

let now: number
let limit: LeasedLimit
let steps: number
const iterate = Reflect.get(Map.prototype, Symbol.iterator) as (this: Map<unknown, unknown>) => MapIterator<unknown>

beforeEach(() => {
  now = 1_700_000_000_000
  steps = 0
  limit = new LeasedLimit(new RateLimiterMemory({ points: 600, duration: 60 }))
  jest.spyOn(Date, 'now').mockImplementation(() => now)
  // Counts every entry of a map that somebody walks past.
  Object.assign(Map.prototype, {
    *[Symbol.iterator](this: Map<unknown, unknown>) {
      for (const entry of { [Symbol.iterator]: () => iterate.call(this) }) {
        steps += 1
        yield entry
      }
    },
  })
})
afterEach(() => {
  Object.assign(Map.prototype, { [Symbol.iterator]: iterate })
  jest.restoreAllMocks()
})

/** So many people ask once each within a minute. */
async function ask(people: number, name: string): Promise<void> {
  for (let n = 0; n < people; n += 1) {
    now += MINUTE_MS / people
    await limit.consume(`${name} ${n}`)
  }
}

it('people who come within a minute cost each of them the same, however many they are', async () => {
  await ask(20_000, 'noon')
  const each = steps / 20_000
  steps = 0
  limit = new LeasedLimit(new RateLimiterMemory({ points: 600, duration: 60 }))
  await ask(40_000, 'noon')
  expect(each).toBeLessThan(12)
  expect(steps / 40_000).toBeLessThan(12)
})

it('forgets who has not asked for a minute', async () => {
  await ask(6_000, 'noon')
  now += MINUTE_MS
  await ask(6_000, 'evening')
  now += MINUTE_MS
  await limit.consume('night')
  steps = 0
  // Whoever is still there is walked past now.
  await ask(5_000, 'late')
  expect(steps).toBeLessThan(6 * 5_001)
})
