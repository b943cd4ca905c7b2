import { instantOf } from '@wanli/kernel/shanghai-time'

import { dueAt, messageOf, readyAt, retryAfterMs, STORM_MS, templateOf, thing, THING_LENGTH } from './outbox.rules.js'

const at = (time: string, day = '2026-11-23'): Date => instantOf(day, time)

describe('quiet hours', () => {
  it.each([
    ['07:00', false, at('07:00')],
    ['20:59', false, at('20:59')],
    ['21:00', false, at('07:00', '2026-11-24')],
    ['23:59', false, at('07:00', '2026-11-24')],
    ['00:00', false, at('07:00')],
    ['06:59', false, at('07:00')],
    ['03:00', true, at('03:00')],
  ])('a message told at %s (urgent: %s) may go out at %s', (time, urgent, expected) => {
    expect(readyAt(at(time), urgent)).toEqual(expected)
  })

  it('lets an urgent message go at once, and others with what follows them', () => {
    expect(dueAt(at('22:00'), true)).toEqual(at('22:00'))
    expect(dueAt(at('12:00'), false).getTime()).toBe(at('12:00').getTime() + STORM_MS)
  })
})

describe('retries', () => {
  it.each([
    [1, 0, 15_000],
    [2, 0, 30_000],
    [1, 1, 7_500],
    [7, 0, 960_000],
    [30, 0, 3_600_000],
  ])('attempt %d with chance %d waits %d ms', (attempts, random, expected) => {
    expect(retryAfterMs(attempts, random)).toBe(expected)
  })
})

describe('words', () => {
  it.each([
    ['order_placed', 'order'],
    ['no_answer', 'order'],
    ['mandate_offered', 'mandate'],
    ['money_added', 'money'],
    ['data_viewed', null],
    ['account', null],
  ] as const)('%s uses the template %s', (kind, template) => expect(templateOf(kind)).toBe(template))

  it('fit into a field of twenty characters', () => {
    expect(thing('今天午餐订好了')).toBe('今天午餐订好了')
    expect(Array.from(thing('𠮷'.repeat(30)))).toHaveLength(THING_LENGTH)
  })

  it('make one message of many notices', () => {
    const notices = [1, 2, 3].map((n) => ({ title: `第${n}条`, body: '', createdAt: at('12:00') }))
    expect(messageOf(notices.slice(0, 1), '2026-11-23')).toEqual({ title: '第1条', body: '' })
    expect(messageOf(notices, '2026-11-23')).toEqual({ title: '有 3 条新消息', body: '第3条' })
  })

  it('name the day as it is when they go out', () => {
    const ordered = { title: '明天早餐订好了', body: '今天订的', createdAt: at('22:00') }
    expect(messageOf([ordered], '2026-11-24')).toEqual({ title: '今天早餐订好了', body: '昨天订的' })
    expect(messageOf([ordered, ordered], '2026-11-24').body).toBe('今天早餐订好了')
  })
})
