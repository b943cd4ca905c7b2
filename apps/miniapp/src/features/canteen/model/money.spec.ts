import { expect, it } from '@jest/globals'
import { countdownText, missingFen, payByFor, takesCash } from './money'

const me = { id: 'me', name: '周敏', face: 'woman' } as const

it('says what is missing only of a wallet that one may look into', () => {
  expect(missingFen({ payFen: 1500, balanceFen: 400 })).toBe(1100)
  expect(missingFen({ payFen: 1500, balanceFen: 1500 })).toBe(0)
  expect(missingFen({ payFen: 1500, balanceFen: null })).toBe(0)
})

it('pays from the wallet where somebody else pays, whatever was chosen before', () => {
  expect(payByFor('wechat', { payer: me }, 'me')).toBe('wechat')
  expect(payByFor('wechat', undefined, 'me')).toBe('wechat')
  expect(payByFor('wechat', { payer: { ...me, id: 'mother' } }, 'me')).toBe('wallet')
})

it('offers the window only for a meal of today that is not brought', () => {
  expect(takesCash('dine_in', '2026-11-27', '2026-11-27')).toBe(true)
  expect(takesCash('pick_up', '2026-11-28', '2026-11-27')).toBe(false)
  expect(takesCash('delivery', '2026-11-27', '2026-11-27')).toBe(false)
  expect(payByFor('counter', { payer: me }, 'me', true)).toBe('counter')
  expect(payByFor('counter', { payer: me }, 'me', false)).toBe('wallet')
})

it('counts minutes and seconds down to nothing', () => {
  const until = new Date('2026-11-25T03:15:00.000Z')
  expect(countdownText(new Date('2026-11-25T03:00:54.500Z'), until)).toBe('14:06')
  expect(countdownText(until, until)).toBe('0:00')
  expect(countdownText(new Date('2026-11-25T04:00:00.000Z'), until)).toBe('0:00')
})
