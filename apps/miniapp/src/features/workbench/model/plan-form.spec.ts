import type { MealPlan } from '@wanli/contracts/menus'
import { firstProblem, planDifferences, planFormOf, planOf, problemsOfPlan } from './plan-form'

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

const FORM = planFormOf(PLAN)

it('gives back the plan that it was filled with', () => {
  expect(FORM.releases).toEqual([
    { at: '11:15', kept: '50' },
    { at: '12:15', kept: '0' },
  ])
  expect(problemsOfPlan(FORM)).toEqual({})
  expect(planOf(FORM)).toEqual(PLAN)
  expect(planOf({ ...FORM, releases: [] })).toEqual({ ...PLAN, releases: [] })
})

it('takes times as people type them, and says at the field when one is none', () => {
  const typed = { ...FORM, opensAt: '6：00', releases: [{ at: '9:05', kept: '50' }] }
  expect(planOf(typed)).toMatchObject({ opensAt: '06:00', releases: [{ at: '09:05', keptPercent: 50 }] })
  expect(problemsOfPlan({ ...FORM, cutOffAt: '25:00' })).toEqual({ cutOffAt: '写成 11:30 这样' })
  expect(problemsOfPlan({ ...FORM, slotCapacity: '二十' })).toEqual({ slotCapacity: '写一个整数' })
})

it('says which step of letting go cannot be kept', () => {
  const problems = problemsOfPlan({
    ...FORM,
    releases: [
      { at: '11:15', kept: '50' },
      { at: '', kept: '100' },
    ],
  })
  expect(problems).toEqual({ 'releases.1.at': '写成 11:30 这样', 'releases.1.keptPercent': '写 0 到 99 的整数' })
  expect(firstProblem(problems)).toBe('第 2 步从几点起：写成 11:30 这样')
})

it('names the field of the first problem in words, and what concerns no field as it is', () => {
  expect(firstProblem({})).toBe('')
  expect(firstProblem({ cutOffAt: '不能晚于收餐' })).toBe('几点截单：不能晚于收餐')
  expect(firstProblem({ 'releases.0.keptPercent': '要比上一步少' })).toBe('第 1 步还留百分之几：要比上一步少')
  expect(firstProblem({ releases: '最多 6 步', plan: '稍后再试' })).toBe('最多 6 步')
})

it('names what two people set differently', () => {
  const other = { ...FORM, cutOffAt: '11:20', releases: [], servesHoliday: true }
  expect(planDifferences(FORM, other)).toEqual(['几点截单', '留给长者的份', '哪些天开'])
})
