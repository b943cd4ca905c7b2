import { fenOfYuan, typedYuan } from './yuan'

it.each([
  ['12', 1200],
  ['12.5', 1250],
  ['0.05', 5],
  [' 3.40 ', 340],
])('%s is %i fen', (text, fen) => {
  expect(fenOfYuan(text)).toBe(fen)
})

it.each(['', '1.234', '12,5', '-1', '１２', '12345', 'abc'])('“%s” is no amount', (text) => {
  expect(fenOfYuan(text)).toBeNull()
})

it('writes an amount as it is typed', () => {
  expect([1200, 1250, 5, 340].map(typedYuan)).toEqual(['12', '12.5', '0.05', '3.4'])
})
