import { NO_NUMBER, placesOf, pressKey, wholeNumber } from './pickup-number'

const typed = (...keys: string[]) => keys.reduce(pressKey, NO_NUMBER)

describe('typing a pick-up number', () => {
  it('takes three digits after an A that nobody has to type', () => {
    expect(wholeNumber(typed('0', '1', '7'))).toBe('A017')
    expect(wholeNumber(typed('0', '1'))).toBeNull()
  })

  it('changes the letter at any time', () => {
    expect(wholeNumber(typed('0', '1', '7', 'B'))).toBe('B017')
  })

  it('ignores a fourth digit and keys that are none', () => {
    expect(wholeNumber(typed('0', '1', '7', '9', '?', '１'))).toBe('A017')
  })

  it('erases digit by digit, then goes back to A', () => {
    expect(placesOf(typed('C', '0', '1', 'erase'))).toEqual(['C', '0', '', ''])
    expect(typed('C', '0', 'erase', 'erase')).toEqual(NO_NUMBER)
  })
})
