import { unbroken } from './unbroken'

describe('a number and its word', () => {
  it.each([
    ['今天午餐订好了，取餐号 A012', '今天午餐订好了，取餐号\u00a0A012'],
    ['到食堂 3 号窗口取', '到食堂\u00a03\u00a0号窗口取'],
    ['订餐 · 每天最多 ¥30', '订餐 · 每天最多 ¥30'],
    ['今天 周五', '今天 周五'],
  ])('%s', (words, expected) => {
    expect(unbroken(words)).toBe(expected)
  })
})
