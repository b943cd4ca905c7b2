import {
  addDays,
  ageOn,
  businessDayOf,
  clockText,
  compareTimes,
  daysBetween,
  dayText,
  instantOf,
  isBusinessDay,
  minutesUntil,
  fullDayText,
  mondayOf,
  monthDayText,
  shanghaiHour,
  weekdayOf,
  weekdayText,
} from './shanghai-time.js'

describe('the Shanghai day', () => {
  it('agrees with the time zone database at every hour of 1992–2060 that a prime step meets', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    const step = 101 * 3_600_000 + 977
    for (let at = Date.UTC(1992, 0, 1); at < Date.UTC(2061, 0, 1); at += step) {
      const date = new Date(at)
      const [day, time] = format.format(date).split(' ')
      expect([businessDayOf(date), clockText(date).padStart(5, '0')]).toEqual([day, time!.slice(0, 5)])
    }
  })

  it('turns at midnight in Shanghai', () => {
    expect(businessDayOf(new Date('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23')
    expect(businessDayOf(new Date('2026-11-23T16:00:00.000Z'))).toBe('2026-11-24')
    expect(instantOf('2026-11-23', '00:00').toISOString()).toBe('2026-11-22T16:00:00.000Z')
    expect(shanghaiHour(new Date('2026-11-23T16:30:00.000Z'))).toBe(0)
  })

  it('counts days over months, years and leap days', () => {
    expect([addDays('2026-12-31', 1), addDays('2028-02-28', 1), addDays('2026-03-01', -1)]).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2026-02-28',
    ])
    expect([daysBetween('2026-11-23', '2026-11-30'), daysBetween('2026-03-01', '2026-02-28')]).toEqual([7, -1])
  })

  it('knows real days from others', () => {
    expect(['2026-02-28', '2028-02-29'].every(isBusinessDay)).toBe(true)
    expect(['2026-02-29', '2026-13-01', '26-1-1', '', '2026-11-23T00:00'].some(isBusinessDay)).toBe(false)
  })

  it('is said as people say it', () => {
    const say = (day: string) => dayText(day, '2026-11-23')
    expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map(say)).toEqual([
      '昨天',
      '今天',
      '明天',
      '11月25日',
    ])
    expect([fullDayText('2026-12-31', '2026-11-24'), fullDayText('2027-06-30', '2026-11-24')]).toEqual([
      '12月31日',
      '2027年6月30日',
    ])
    expect([weekdayText('2026-11-23'), weekdayText('2026-11-29'), monthDayText('2026-01-05')]).toEqual([
      '周一',
      '周日',
      '1月5日',
    ])
    expect(clockText(new Date('2026-11-23T01:05:00.000Z'))).toBe('9:05')
  })
})

it('counts full years of age, the birthday included', () => {
  expect([
    ageOn('1944-11-23', '2026-11-22'),
    ageOn('1944-11-23', '2026-11-23'),
    ageOn('1944-02-29', '2026-02-28'),
  ]).toEqual([81, 82, 81])
})

it('begins weeks on Mondays, over the end of a year too', () => {
  expect(['2026-11-23', '2026-11-28', '2026-11-29'].map(weekdayOf)).toEqual([1, 6, 7])
  expect(['2026-11-23', '2026-11-29', '2026-11-30', '2027-01-01', '2023-12-31'].map(mondayOf)).toEqual([
    '2026-11-23',
    '2026-11-23',
    '2026-11-30',
    '2026-12-28',
    '2023-12-25',
  ])
})

it('sorts days and instants by time', () => {
  expect(['2026-12-01', '2026-11-30', '2027-01-01'].sort(compareTimes)).toEqual([
    '2026-11-30',
    '2026-12-01',
    '2027-01-01',
  ])
  const instants = ['2026-11-27T10:30:00.000Z', '2026-11-27T03:30:00.000Z']
  expect([...instants].sort(compareTimes)).toEqual([...instants].reverse())
  expect(compareTimes('2026-11-27', '2026-11-27')).toBe(0)
})

it('rounds minutes up and never counts below zero', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second))
  expect([minutesUntil(at(0), at(1)), minutesUntil(at(0), at(60)), minutesUntil(at(9), at(0))]).toEqual([1, 1, 0])
})
