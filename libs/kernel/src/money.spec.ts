import fc from 'fast-check'

import { allocateFen, countText, percentFen, plainYuan, sumFen, timesFen, yuan } from './money.js'

describe('yuan', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [1485, '14.85'],
    [99_999, '999.99'],
    [100_000, '1,000.00'],
    [100_000_000, '1,000,000.00'],
    [-300, '-3.00'],
    [-123_456, '-1,234.56'],
    [-5, '-0.05'],
  ])('of %i fen is %s', (fen, text) => {
    expect(yuan(fen)).toBe(text)
  })

  it('refuses what is no whole number of fen', () => {
    for (const fen of [0.1, Number.NaN, Infinity, 2 ** 53]) expect(() => yuan(fen)).toThrow(RangeError)
  })

  it('stays together where a machine reads it', () => {
    expect([plainYuan(100_000_050), plainYuan(-123_456), plainYuan(5)]).toEqual(['1000000.50', '-1234.56', '0.05'])
  })
})

it('writes a count apart from ten thousand on', () => {
  expect([0, 1699.5, 9999, 10_000, 1_234_567.5].map(countText)).toEqual([
    '0',
    '1699.5',
    '9999',
    '10,000',
    '1,234,567.5',
  ])
})

it('rounds a percentage half up to the fen', () => {
  expect([percentFen(1233, 85), percentFen(50, 99), percentFen(105, 90), percentFen(0, 85)]).toEqual([1048, 50, 95, 0])
})

it('adds and multiplies whole fen only', () => {
  expect([sumFen([1, 2, 3]), sumFen([]), timesFen(120, 3)]).toEqual([6, 0, 360])
  expect(() => sumFen([0.5])).toThrow(RangeError)
  expect(() => timesFen(2 ** 52, 4)).toThrow(RangeError)
})

describe('allocating', () => {
  it('gives the odd fen to the largest remainder, the earlier part when equal', () => {
    expect(allocateFen(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(allocateFen(10, [6, 3, 1])).toEqual([6, 3, 1])
    expect(allocateFen(0, [0, 0])).toEqual([0, 0])
    expect(() => allocateFen(1, [0])).toThrow(RangeError)
  })

  it('always adds up and is never more than one fen from the exact share', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(10_000), { minLength: 1, maxLength: 20 }), (total, weights) => {
        fc.pre(weights.some((weight) => weight > 0))
        const parts = allocateFen(total, weights)
        const weightSum = sumFen(weights)
        expect(sumFen(parts)).toBe(total)
        parts.forEach((part, index) => expect(Math.abs(part - (total * weights[index]!) / weightSum)).toBeLessThan(1))
      }),
    )
  })
})
