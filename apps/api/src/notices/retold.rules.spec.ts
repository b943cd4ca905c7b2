import { retold } from './retold.rules.js'

const told = (words: string, today: string): string => retold(words, '2026-11-27', today)

describe('a notice that is read later', () => {
  it('is as it was written on its own day', () => {
    expect(told('明天午餐订好了，取餐号 A005', '2026-11-27')).toBe('明天午餐订好了，取餐号 A005')
  })

  it('names the same day the next morning', () => {
    expect(told('明天午餐订好了，取餐号 A005', '2026-11-28')).toBe('今天午餐订好了，取餐号 A005')
    expect(told('王秀珍的今天午餐退掉了', '2026-11-28')).toBe('王秀珍的昨天午餐退掉了')
    expect(told('昨天午餐没有送到，今天 15:00 前打电话', '2026-11-28')).toBe(
      '11月26日午餐没有送到，昨天 15:00 前打电话',
    )
  })

  it('names it by its date when it is farther', () => {
    expect(told('明天午餐订好了', '2026-12-05')).toBe('11月28日午餐订好了')
  })

  it('leaves what somebody said, and names, as they are', () => {
    expect(told('明天午餐食堂不开了，食堂说「明天停电，今天照常」', '2026-11-28')).toBe(
      '今天午餐食堂不开了，食堂说「明天停电，今天照常」',
    )
    expect(told('食堂说「「今天鲜」没到货，明天再做」。今天退的', '2026-11-28')).toBe(
      '食堂说「「今天鲜」没到货，明天再做」。昨天退的',
    )
    expect(told('今天，食堂说「明天停电，后面的话太长', '2026-11-28')).toBe('昨天，食堂说「明天停电，后面的话太长')
  })

  it('leaves what names no near day', () => {
    expect(told('12月1日午餐食堂不开了', '2026-11-28')).toBe('12月1日午餐食堂不开了')
  })
})
