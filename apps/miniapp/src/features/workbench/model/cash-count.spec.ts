import { countOfTyped, digitsOnly, worthFen, yuanOf } from './cash-count'

it('counts what is typed and leaves out what is empty', () => {
  const count = countOfTyped({ '10000': '3', '500': '', '50': '7', '10': '0' })
  expect(count).toEqual({ '10000': 3, '50': 7 })
  expect(worthFen(count)).toBe(30_350)
})

it('takes digits only, four at most', () => {
  expect(digitsOnly('1２3a45678')).toBe('1345')
})

it('says the worth of a coin in yuan', () => {
  expect([yuanOf('10000'), yuanOf('50')]).toEqual(['100', '0.5'])
})
