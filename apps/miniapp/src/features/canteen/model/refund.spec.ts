import { describe, expect, it } from '@jest/globals'
import { aLine, anOrdersMoney } from '../testing/orders'
import { backFen, backWords, offerWords, purseOf, refundedWords, wasPaid } from './refund'

const daughter = { id: 'daughter', name: '周兰', face: 'woman' } as const

describe('where money goes back to', () => {
  it('is the wallet of whoever paid, or their WeChat', () => {
    expect(purseOf(anOrdersMoney(), 'me')).toBe('你的钱包')
    expect(purseOf(anOrdersMoney({ paidBy: daughter }), 'me')).toBe('周兰的钱包')
    expect(purseOf(anOrdersMoney({ payBy: 'wechat' }), 'me')).toBe('你的微信')
    expect(purseOf(anOrdersMoney({ payBy: 'wechat', paidBy: daughter }), 'me')).toBe('周兰的微信')
  })

  it('is the wallet for cash paid at the window too: who paid may be at home by now', () => {
    expect(purseOf(anOrdersMoney({ payBy: 'counter' }), 'me')).toBe('你的钱包')
  })

  it('leaves out what has gone back already', () => {
    const lines = [aLine(), aLine({ id: 'two', payFen: 300, refundedAt: '2026-11-26T02:00:00.000Z' })]
    expect(backFen(anOrdersMoney({ lines, payFen: 1300 }))).toBe(1000)
  })
})

describe('what comes back when an order is cancelled', () => {
  it('names the subsidy only where there was one', () => {
    expect(backWords(anOrdersMoney(), 'me')).toBe('¥10.00 马上退回你的钱包')
    expect(backWords(anOrdersMoney({ subsidyFen: 200 }), 'me')).toBe('¥10.00 马上退回你的钱包，补贴也还回来')
  })

  it('says that WeChat takes some minutes', () => {
    expect(backWords(anOrdersMoney({ payBy: 'wechat' }), 'me')).toBe('¥10.00 退回你的微信，一般几分钟到')
  })

  it('is told afterwards with the amount', () => {
    expect(refundedWords(anOrdersMoney({ refundedFen: 1000, paidBy: daughter }), 'me')).toBe('¥10.00 已退回周兰的钱包')
    expect(refundedWords(anOrdersMoney({ refundedFen: 1000, payBy: 'wechat' }), 'me')).toBe(
      '¥10.00 退回你的微信，一般几分钟到',
    )
  })

  it('is the subsidy alone where it paid for all', () => {
    expect(backWords(anOrdersMoney({ subsidyFen: 400, lines: [aLine({ payFen: 0 })] }), 'me')).toBe('补贴还回来')
  })
})

describe('an order', () => {
  it.each([
    ['placed', 0, false],
    ['expired', 0, false],
    ['cancelled_by_eater', 0, false],
    ['cancelled_by_canteen', 0, false],
    ['cancelled_by_eater', 1000, true],
    ['paid', 0, true],
    ['handed_over', 0, true],
    ['not_collected', 0, true],
  ] as const)('that is %s with %i fen given back was paid: %s', (status, refundedFen, paid) => {
    expect(wasPaid(anOrdersMoney({ status, refundedFen }))).toBe(paid)
  })
})

it('says before a meal is given up that money comes only when somebody takes it, and to whom', () => {
  const words = offerWords(anOrdersMoney({ paidBy: daughter }), 'me')
  expect(words).toContain('有人接走才退钱')
  expect(words).toContain('¥10.00 退回周兰的钱包')
  expect(words).toContain('接走前还是你的')
})
