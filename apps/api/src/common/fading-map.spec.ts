import { FadingMap } from './fading-map.js'

let now = 0
const map = (): FadingMap<number, string> => new FadingMap(1_000, () => now)

it('finds what was set for as long as it is to be kept, whenever it was set', () => {
  for (const offset of [0, 1, 499, 999]) {
    const kept = map()
    kept.set(-1, 'the first, from which on generations are counted')
    now += offset
    kept.set(1, 'one')
    now += 1_000
    kept.set(2, 'two')
    expect(kept.get(1)).toBe('one')
  }
})

it('forgets what was set twice as long ago, and at once when nobody came meanwhile', () => {
  const kept = map()
  kept.set(1, 'one')
  now += 1_000
  kept.set(2, 'two')
  now += 1_000
  expect([kept.get(1), kept.get(2)]).toEqual([undefined, 'two'])
  now += 5_000
  expect(kept.get(2)).toBeUndefined()
  expect(kept.size).toBe(0)
})

it('keeps what is set again, once', () => {
  const kept = map()
  kept.set(1, 'one')
  now += 1_000
  kept.set(1, 'again')
  expect([kept.get(1), kept.size]).toEqual(['again', 1])
  now += 1_000
  expect(kept.get(1)).toBe('again')
})

it('holds no more than came within twice the time, however many come', () => {
  const kept = map()
  let most = 0
  for (let n = 0; n < 100_000; n += 1) {
    now += 1
    kept.set(n, 'somebody')
    most = Math.max(most, kept.size)
  }
  expect(most).toBeLessThanOrEqual(2_000)
})
