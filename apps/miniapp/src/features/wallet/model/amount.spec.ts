import { expect, it } from '@jest/globals'
import { fenOfText, shiftMonth } from './amount'

it('reads an amount in yuan', () => {
  expect(['50', '50.5', '50.05', ' 1 ', '1000'].map(fenOfText)).toEqual([5000, 5050, 5005, 100, 100_000])
})

it('refuses what is no amount, too small or too large', () => {
  expect(['', '0', '0.99', '1000.01', '50.005', '-5', '１２', '1e3', '5元'].map(fenOfText)).toEqual(Array(9).fill(null))
})

it('goes over the turn of the year', () => {
  expect([shiftMonth('2026-01', -1), shiftMonth('2026-12', 1), shiftMonth('2026-11', -1)]).toEqual([
    '2025-12',
    '2027-01',
    '2026-10',
  ])
})
