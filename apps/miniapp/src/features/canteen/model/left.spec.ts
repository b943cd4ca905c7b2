import { anOffer } from '../testing/offers'
import { fewLeft } from './left'

describe('portions left', () => {
  it.each([
    [0, null],
    [1, 1],
    [5, 5],
    [6, null],
  ])('%i left is told as %s', (left, told) => {
    expect(fewLeft(anOffer('鱼', '荤', { left }))).toBe(told)
  })
})
