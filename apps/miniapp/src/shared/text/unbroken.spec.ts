import { unbroken } from './unbroken'

describe('a number and its word, and a telephone number', () => {
  it.each([
    ['今天午餐订好了，取餐号 A012', '今天午餐订好了，取餐号\u00a0A012'],
    ['到食堂 3 号窗口取', '到食堂\u00a03\u00a0号窗口取'],
    ['订餐 · 每天最多 ¥30', '订餐 · 每天最多\u00a0¥30'],
    ['今天 周五', '今天 周五'],
    ['王秀珍的11月28日晚餐没有送到', '王秀珍的\u200b11月28日晚餐没有送到'],
    ['打 021-5550 0117 问食堂', '打 021\u2060-\u20605550\u00a00117 问食堂'],
    ['11:00-13:00 取餐', '11:00-13:00\u00a0取餐'],
  ])('%s', (words, expected) => {
    expect(unbroken(words)).toBe(expected)
  })
})
