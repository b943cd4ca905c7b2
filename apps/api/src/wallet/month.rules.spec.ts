import { monthSpan, monthSums } from './month.rules.js'

it.each([
  ['2026-02', '2026-01-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z'],
  ['2028-02', '2028-01-31T16:00:00.000Z', '2028-02-29T16:00:00.000Z'],
  ['2026-12', '2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
])('%s begins and ends at midnight in Shanghai', (month, from, to) => {
  const span = monthSpan(month)
  expect([span.from.toISOString(), span.to.toISOString()]).toEqual([from, to])
})

it('counts what was paid out neither as spent nor as returned', () => {
  const kinds = [
    { kind: 'top_up_wechat' as const, fen: 5000 },
    { kind: 'gift' as const, fen: 300 },
    { kind: 'order_payment' as const, fen: -1200 },
    { kind: 'order_refund' as const, fen: 200 },
    { kind: 'payout' as const, fen: -4000 },
    { kind: 'payout_returned' as const, fen: 1000 },
  ]
  expect(monthSums(kinds)).toEqual({ spentFen: 1200, addedFen: 5300, returnedFen: 1200 })
})
