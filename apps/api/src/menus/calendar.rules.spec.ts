import { weekdayOf } from '@wanli/kernel/shanghai-time'

import { daysOfMonth, markOf, weekOf } from './calendar.rules.js'

describe('the calendar', () => {
  it('knows every day of 2026 that the notice names', () => {
    const days = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`).flatMap(daysOfMonth)
    expect(days).toHaveLength(365)
    const of = (kind: string) => days.filter((day) => markOf(day).kind === kind)
    expect(of('makeup_workday')).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ])
    // 3 + 9 + 3 + 5 + 3 + 3 + 7, as the notice counts them.
    expect(of('holiday')).toHaveLength(33)
    // Each day worked was a weekend, each weekend day is one of the four kinds.
    for (const day of of('makeup_workday')) expect(weekdayOf(day)).toBeGreaterThanOrEqual(6)
    for (const day of of('workday')) expect(weekdayOf(day)).toBeLessThan(6)
  })

  it.each([
    ['2026-01-01', 'holiday', '元旦'],
    ['2026-02-15', 'holiday', '春节'],
    ['2026-02-23', 'holiday', '春节'],
    ['2026-02-24', 'workday', null],
    ['2026-09-20', 'makeup_workday', '国庆节'],
    ['2027-01-01', 'holiday', '元旦'],
    ['2027-02-06', 'holiday', '春节'],
    ['2027-02-13', 'weekend', null],
    ['2028-01-01', 'weekend', null],
  ])('%s is a %s', (day, kind, name) => {
    expect(markOf(day)).toEqual({ day, kind, name })
  })

  it('ends weeks on Sundays, over the turn of a year', () => {
    expect(weekOf('2026-12-28').at(-1)).toBe('2027-01-03')
  })
})
