import { dayInFull } from './when'

describe('a day in full', () => {
  it.each([
    ['2026-11-27', '今天 周五 11月27日'],
    ['2026-11-28', '明天 周六 11月28日'],
    ['2026-11-29', '周日 11月29日'],
  ])('says each thing once: %s', (day, words) => {
    expect(dayInFull(day, '2026-11-27')).toBe(words)
  })
})
