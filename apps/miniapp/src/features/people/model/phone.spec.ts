import { expect, it } from '@jest/globals'
import { digitsOf, isMobile } from './phone'

it('knows a mobile number', () => {
  expect(isMobile('13800001234')).toBe(true)
  expect(['12800001234', '1380000123', '138000012345', '021-55500110'].some(isMobile)).toBe(false)
})

it('keeps the digits of what was typed', () => {
  expect(digitsOf('138 0000-1234 ', 11)).toBe('13800001234')
  expect(digitsOf('12a34567', 6)).toBe('123456')
})
