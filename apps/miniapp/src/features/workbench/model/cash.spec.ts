import { expect, it } from '@jest/globals'
import { pressCash, type CashKey } from './cash'

const typed = (...keys: CashKey[]): number => keys.reduce(pressCash, 0)

it('types whole yuan', () => {
  expect(typed('1', '00')).toBe(100)
  expect(typed('0', '5', '0')).toBe(50)
  expect(typed('2', '5', 'erase', '0')).toBe(20)
  expect(typed('7', 'erase', 'erase')).toBe(0)
})

it('takes no more than a thousand at once', () => {
  expect(typed('1', '00', '0')).toBe(1000)
  expect(typed('1', '00', '1')).toBe(100)
})
