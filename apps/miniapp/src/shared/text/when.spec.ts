import { describe, expect, it } from '@jest/globals'
import { clockOn, dayInFull } from './when'

const now = new Date('2026-11-27T02:41:00.000Z')

it.each([
  ['2026-11-27T02:30:00.000Z', '10:30'],
  ['2026-11-28T02:30:00.000Z', '明天 10:30'],
  ['2026-11-29T02:30:00.000Z', '周日 10:30'],
  ['2026-12-03T02:30:00.000Z', '周四 10:30'],
  ['2026-12-04T02:30:00.000Z', '12月4日 10:30'],
  ['2026-11-26T02:30:00.000Z', '昨天 10:30'],
  ['2026-11-24T02:30:00.000Z', '11月24日 10:30'],
])('says the day of a time that is not today: %s is %s', (at, words) => {
  expect(clockOn(new Date(at), now)).toBe(words)
})

describe('a day in full', () => {
  it.each([
    ['2026-11-27', '今天 周五 11月27日'],
    ['2026-11-28', '明天 周六 11月28日'],
    ['2026-11-29', '周日 11月29日'],
  ])('says each thing once: %s', (day, words) => {
    expect(dayInFull(day, '2026-11-27')).toBe(words)
  })
})
