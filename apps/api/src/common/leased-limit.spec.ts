import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

import { LeasedLimit } from './leased-limit.js'

/** Sixty leases a minute, each of ten points. */
const POINTS = 600
const MINUTE_MS = 60_000

/** A store that knows how often it was asked. */
class CountedStore extends RateLimiterMemory {
  asked = 0

  override consume(...of: Parameters<RateLimiterMemory['consume']>): Promise<RateLimiterRes> {
    this.asked += 1
    return super.consume(...of)
  }
}

let now: number
let store: CountedStore

beforeEach(() => {
  now = 1_700_000_000_000
  jest.spyOn(Date, 'now').mockImplementation(() => now)
  store = new CountedStore({ points: POINTS, duration: 60 })
})
afterEach(() => {
  jest.restoreAllMocks()
})

/** Spends points of a key one after another, and tells how many were had. */
async function spend(limit: LeasedLimit, key: string, points: number): Promise<number> {
  for (let had = 0; had < points; had += 1) {
    try {
      await limit.consume(key)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      return had
    }
  }
  return points
}

it('asks the store nothing for the first requests of a minute, and once for ten after them', async () => {
  const limit = new LeasedLimit(store)
  await spend(limit, 'one', 9)
  await spend(limit, 'another', 9)
  expect(store.asked).toBe(0)
  await spend(limit, 'one', 100)
  expect(store.asked).toBe(10)
})

it('remembers through the whole minute what was spent, whoever else comes', async () => {
  const limit = new LeasedLimit(store)
  let had = 0
  for (let second = 0; second < 59; second += 1) {
    had += await spend(limit, 'one', 20)
    await spend(limit, `passer-by ${second}`, 1)
    now += 1_000
  }
  expect(had).toBeLessThanOrEqual(POINTS)
  expect(had).toBeGreaterThan(POINTS - 10)
})

it('gives two processes one limit, but for the few points that each lends', async () => {
  const had = (await spend(new LeasedLimit(store), 'one', 1_000)) + (await spend(new LeasedLimit(store), 'one', 1_000))
  expect(had).toBeLessThanOrEqual(POINTS + 9)
})

it('begins anew when the minute is over', async () => {
  const limit = new LeasedLimit(store)
  await spend(limit, 'one', 9)
  now += MINUTE_MS
  await spend(limit, 'one', 9)
  expect(store.asked).toBe(0)
})
