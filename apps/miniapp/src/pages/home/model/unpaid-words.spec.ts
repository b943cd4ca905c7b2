import type { OrderListItem, OrderView } from '@wanli/contracts/canteen'
import { unpaidWords, type ToPay } from './unpaid-words'

const at = (clock: string, day = '23'): string => `2026-11-${day}T${clock}:00.000Z`
const now = new Date(at('02:05'))

const order = (day: '23' | '24'): OrderListItem =>
  ({
    day: `2026-11-${day}`,
    meal: 'lunch',
    slot: { from: at('04:50', day), to: at('05:00', day) },
    serving: { from: at('03:00', day), to: at('05:00', day) },
  }) as OrderListItem

const toPay = (payBy: OrderView['payBy'], change: Partial<ToPay> = {}): ToPay => ({
  payBy,
  payUntil: at('02:15'),
  actions: payBy === 'wechat' ? ['pay'] : [],
  ...change,
})

describe('a meal that waits for money', () => {
  it('says until when, and its day when that is not today', () => {
    const words = { what: '午餐还没付钱', when: '10:15 前付', line: '12:50–13:00', action: '去付款' }
    expect(unpaidWords(order('23'), '', now, toPay('wechat'))).toEqual(words)
    expect(unpaidWords(order('24'), '', now, toPay('wechat'))).toEqual({
      ...words,
      what: '明天午餐还没付钱',
      line: '明天 12:50–13:00',
    })
  })

  it('is paid at the window where that was chosen: no page could take the money', () => {
    expect(unpaidWords(order('24'), '妈妈', now, toPay('counter'))).toMatchObject({
      what: '妈妈的明天午餐到窗口付',
      when: '10:15 前付',
      action: '看取餐号',
    })
  })

  it('promises no paying while that is not known, or is not mine to do', () => {
    expect(unpaidWords(order('23'), '', now, undefined)).toMatchObject({ when: '给你留着', action: '看订单' })
    expect(unpaidWords(order('23'), '', now, toPay('wechat', { actions: [] })).action).toBe('看订单')
  })

  it('says so when its time is over', () => {
    expect(unpaidWords(order('23'), '', new Date(at('02:15')), toPay('wechat'))).toMatchObject({
      when: '付钱的时间过了',
      action: '看订单',
    })
  })
})
