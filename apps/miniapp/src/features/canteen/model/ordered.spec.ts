import { expect, it } from '@jest/globals'
import { orderedWords } from './ordered'

const now = new Date('2026-11-27T02:05:00.000Z')
const lunch = {
  day: '2026-11-27',
  mode: 'dine_in',
  slot: { from: '2026-11-27T03:40:00.000Z', to: '2026-11-27T03:50:00.000Z' },
  serving: { from: '2026-11-27T03:00:00.000Z', to: '2026-11-27T05:30:00.000Z' },
} as const

it('says how the meal comes that is there already', () => {
  expect(orderedWords('周兰', 'A007', lunch, now)).toBe(
    '周兰已经订过这一餐：堂食，今天 11:40–11:50，取餐号 A007。一般订一份就够了。',
  )
  expect(orderedWords('周兰', 'A008', { ...lunch, day: '2026-11-28', mode: 'delivery', slot: null }, now)).toBe(
    '周兰已经订过这一餐：送餐，明天 11:00–13:30，送餐号 A008。一般订一份就够了。',
  )
})

it('says what is known where the order itself is not one’s to see', () => {
  expect(orderedWords('小王', 'A009', null, now)).toBe('小王已经订过这一餐，号是 A009。一般订一份就够了。')
})
