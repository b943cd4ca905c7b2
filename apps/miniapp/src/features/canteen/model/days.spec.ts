import type { Meal, ServiceDay, SittingBrief } from '@wanli/contracts/canteen'
import { daysOf, endOf, pickSitting, shutDayOf, sittingsOn } from './days'

const sitting = (day: string, meal: Meal, open = true): SittingBrief => {
  const hour = { breakfast: '23', lunch: '03', dinner: '09' }[meal]
  const from = `${meal === 'breakfast' ? `${day.slice(0, 8)}${String(Number(day.slice(8)) - 1).padStart(2, '0')}` : day}T${hour}:00:00.000Z`
  return {
    id: `${day}-${meal}`,
    canteenId: 'c1',
    day,
    meal,
    opensAt: from,
    freezeAt: from,
    cutOffAt: from,
    serving: { from, to: from },
    closedReason: null,
    actions: open ? ['order'] : [],
  }
}

const week = [
  sitting('2026-11-24', 'lunch'),
  sitting('2026-11-23', 'dinner'),
  sitting('2026-11-23', 'breakfast', false),
  sitting('2026-11-23', 'lunch'),
]
const bare = (day: string): ServiceDay => ({ day, kind: 'workday', name: null, off: null })
const now = new Date('2026-11-23T02:00:00.000Z')

describe('the sittings of a canteen', () => {
  it('give their days, with those between and right after them on which the canteen is shut', () => {
    const shut = (name: string): ServiceDay => ({ ...bare(name), off: '换灶台' })
    const daysFor = (...days: ServiceDay[]) => daysOf(days, week).map(({ day }) => day)
    expect(daysFor(bare('2026-11-23'), bare('2026-11-24'), bare('2026-11-25'))).toEqual(['2026-11-23', '2026-11-24'])
    expect(daysFor(shut('2026-11-22'), bare('2026-11-23'), bare('2026-11-24'), shut('2026-11-25'))).toEqual([
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ])
    // A menu that is not out yet: whoever looks there comes too early, and what is beyond it tells nobody anything.
    expect(daysFor(bare('2026-11-24'), bare('2026-11-25'), shut('2026-11-26'))).toEqual(['2026-11-24'])
    expect(daysFor(bare('2026-11-22'), bare('2026-11-23'))).toEqual(['2026-11-23'])
  })

  it('are none on a day on which the canteen is shut, unless it was published', () => {
    const days = [bare('2026-11-24'), { ...bare('2026-11-25'), off: '换灶台' }]
    expect(shutDayOf(days, week, '2026-11-25')).toMatchObject({ off: '换灶台' })
    expect(shutDayOf(days, week, '2026-11-24')).toBeNull()
    expect(shutDayOf([{ ...bare('2026-11-24'), off: '换灶台' }], week, '2026-11-24')).toBeNull()
    expect(shutDayOf(days, week, undefined)).toBeNull()
  })

  it('come in the order of the meals', () => {
    expect(sittingsOn(week, '2026-11-23').map(({ meal }) => meal)).toEqual(['breakfast', 'lunch', 'dinner'])
  })

  it('begin with the soonest that takes orders', () => {
    expect(pickSitting(week, now)?.id).toBe('2026-11-23-lunch')
  })

  it('keep to the day and meal that was asked for, even when it is closed', () => {
    expect(pickSitting(week, now, '2026-11-23', 'breakfast')?.id).toBe('2026-11-23-breakfast')
    expect(pickSitting(week, now, '2026-11-24', 'dinner')?.id).toBe('2026-11-24-lunch')
  })

  it('are none when there are none', () => {
    expect(pickSitting([], now)).toBeNull()
  })
})

describe('a menu that takes no orders', () => {
  const breakfast = {
    cutOffAt: '2026-11-27T00:30:00.000Z',
    serving: { from: '2026-11-26T22:30:00.000Z', to: '2026-11-27T01:00:00.000Z' },
    actions: [],
  }
  const at = (time: string) => endOf({ ...breakfast }, new Date(`2026-11-27T${time}:00.000Z`))

  it('is closed from the cut-off on, and over once it was served', () => {
    expect(at('00:20')).toBeNull()
    expect(at('00:30')).toBe('closed')
    expect(at('01:00')).toBe('over')
    expect(at('11:00')).toBe('over')
  })

  it('is neither while it takes orders', () => {
    expect(endOf({ ...breakfast, actions: ['order'] }, new Date('2026-11-27T00:45:00.000Z'))).toBeNull()
  })
})
