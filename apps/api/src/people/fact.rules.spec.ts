import { countsOn, factStatus, isFactValue } from './fact.rules.js'

it('a fact counts on its last day, is told to run out a month before, and is over the day after', () => {
  const fact = { validUntil: '2026-12-02' }
  expect([countsOn(fact, '2026-12-02'), countsOn(fact, '2026-12-03')]).toEqual([true, false])
  expect(['2026-11-01', '2026-11-02', '2026-12-02', '2026-12-03'].map((day) => factStatus(fact, day))).toEqual([
    'verified',
    'expiring',
    'expiring',
    'expired',
  ])
  expect(factStatus({ validUntil: null }, '2099-01-01')).toBe('verified')
})

it('a birth day is a day that has been', () => {
  const days = ['1944-02-29', '1945-02-29', '2026-11-25', '1899-12-31', '八十二岁']
  expect(days.map((day) => isFactValue('birth_day', day, '2026-11-24'))).toEqual([true, false, false, false, false])
  expect([isFactValue('hukou', '上海', '2026-11-24'), isFactValue('hukou', ' ', '2026-11-24')]).toEqual([true, false])
})
