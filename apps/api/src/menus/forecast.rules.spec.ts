import { markOf } from './calendar.rules.js'
import { forecastOf, type PastServing } from './forecast.rules.js'

const served = (day: string, portions: number, ranOut = false): PastServing => ({
  day,
  kind: markOf(day).kind,
  soldHalves: portions * 2,
  ranOut,
})
const forecast = (day: string, past: PastServing[], more: { sold?: number; planned?: number } = {}) =>
  forecastOf({
    target: markOf(day),
    past,
    soldHalves: (more.sold ?? 0) * 2,
    plan: { portions: more.planned ?? 40, isPublished: true },
  })

const WEDNESDAYS = [
  served('2026-11-04', 28),
  served('2026-11-11', 31),
  served('2026-11-18', 30),
  served('2026-10-28', 33),
]

describe('the forecast', () => {
  it('is the median of the same weekdays, the latest four', () => {
    expect(forecast('2026-11-25', [...WEDNESDAYS, served('2026-10-21', 99)])).toEqual({
      portions: 31,
      basis: 'same_weekday',
      because: '按过去 4 个周三：30、31、28、33 份',
    })
  })

  it('is never below what is ordered, and says how much that is', () => {
    expect(forecast('2026-11-25', WEDNESDAYS, { sold: 36 })).toMatchObject({
      portions: 36,
      because: '按过去 4 个周三：30、31、28、33 份；已订 36 份',
    })
  })

  it('adds one in ten where it mostly ran out', () => {
    const past = [served('2026-11-11', 30, true), served('2026-11-18', 30, true), served('2026-11-04', 30)]
    expect(forecast('2026-11-25', past)).toMatchObject({
      portions: 33,
      because: '按过去 3 个周三：30、30、30 份，多半卖光，加一成',
    })
  })

  it('compares a made-up workday with workdays, not with its own weekday', () => {
    const past = [served('2026-10-08', 40), served('2026-10-09', 44), served('2026-09-26', 9), served('2026-10-03', 7)]
    expect(forecast('2026-10-10', past)).toEqual({
      portions: 42,
      basis: 'same_kind_of_day',
      because: '按最近 2 个工作日（调休上班）：44、40 份',
    })
  })

  it('compares a holiday on a weekday with days off', () => {
    const past = [
      served('2026-09-26', 10),
      served('2026-09-27', 12),
      served('2026-09-24', 50),
      served('2026-09-23', 48),
    ]
    expect(forecast('2026-10-01', past)).toMatchObject({
      portions: 11,
      basis: 'same_kind_of_day',
      because: '按最近 2 个休息日（放假）：12、10 份',
    })
  })

  it('takes the last time when there was only one', () => {
    expect(forecast('2026-11-25', [served('2026-11-14', 20)])).toEqual({
      portions: 20,
      basis: 'last_times',
      because: '按上次（11月14日）：20 份',
    })
  })

  it('keeps to the menu when the dish is new', () => {
    expect(forecast('2026-11-25', [], { planned: 24, sold: 3 })).toEqual({
      portions: 24,
      basis: 'planned',
      because: '过去四周没有做过，按菜单的 24 份；已订 3 份',
    })
  })

  it('counts a 小份 as half and cooks whole portions', () => {
    const past = [
      { ...served('2026-11-18', 0), soldHalves: 21 },
      { ...served('2026-11-11', 0), soldHalves: 21 },
    ]
    expect(forecast('2026-11-25', past).portions).toBe(11)
  })
})
