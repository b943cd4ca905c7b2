import type { MealPlan } from '@wanli/contracts/menus'
import { planFormOf, planOf } from './plan-form'

const PLAN: MealPlan = {
  opensDaysBefore: 7,
  opensAt: '06:00',
  freezeAt: '10:30',
  freezeDayBefore: false,
  cutOffAt: '11:30',
  servingFrom: '11:00',
  servingTo: '13:00',
  slotMinutes: 10,
  slotCapacity: 24,
  releases: [
    { at: '11:15', keptPercent: 50 },
    { at: '12:15', keptPercent: 0 },
  ],
  servesWeekend: true,
  servesHoliday: false,
}

it('gives back the plan that it was filled with', () => {
  expect(planFormOf(PLAN).releases).toBe('11:15 留 50，12:15 留 0')
  expect(planOf(planFormOf(PLAN))).toEqual(PLAN)
  expect(planOf({ ...planFormOf(PLAN), releases: '' })).toEqual({ ...PLAN, releases: [] })
})

it('takes times as people type them, and says when one is none', () => {
  expect(planOf({ ...planFormOf(PLAN), opensAt: '6：00' })).toMatchObject({ opensAt: '06:00' })
  expect(planOf({ ...planFormOf(PLAN), cutOffAt: '25:00' })).toBe('时间写成 11:30 这样，数字写整数')
  expect(planOf({ ...planFormOf(PLAN), slotCapacity: '二十' })).toBe('时间写成 11:30 这样，数字写整数')
  expect(planOf({ ...planFormOf(PLAN), releases: '11:15 一半' })).toBe('写成「11:15 留 50」这样，一步一个')
})
