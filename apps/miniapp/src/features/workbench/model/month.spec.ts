import { addMonths, daysFrom, monthOf, placesBefore } from './month'

it('goes over the turn of a year both ways', () => {
  expect([addMonths('2026-12', 1), addMonths('2026-01', -1), addMonths('2026-11', 14)]).toEqual([
    '2027-01',
    '2025-12',
    '2028-01',
  ])
  expect(monthOf('2026-11-25')).toBe('2026-11')
})

it('begins a grid on Monday', () => {
  // 1 November 2026 is a Sunday, 1 June 2026 a Monday.
  expect([placesBefore('2026-11'), placesBefore('2026-06')]).toEqual([6, 0])
})

it('counts days with both ends', () => {
  expect(daysFrom('2026-11-29', '2026-12-01')).toEqual(['2026-11-29', '2026-11-30', '2026-12-01'])
})
