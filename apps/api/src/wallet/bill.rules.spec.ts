import { billDifferences, billRows, type BookRow } from './bill.rules.js'

const HEAD = '商户订单号,交易状态,商户退款单号,退款状态,商品名称,订单金额,申请退款金额'
const TAIL = ['总交易单数,订单总金额', '`2,`12.30']
const bill = (...rows: string[][]): string =>
  `\uFEFF${[HEAD, ...rows.map((cells) => cells.map((cell) => `\`${cell}`).join(',')), ...TAIL].join('\r\n')}\r\n`

describe('a bill of WeChat', () => {
  it('is read to the fen, with commas in a name, and without its summary', () => {
    const csv = bill(
      ['T1', 'SUCCESS', '0', '', '饭, 菜,汤', '12.3', '0.00'],
      ['T1', 'REFUND', 'R1', 'PROCESSING', '', '0.00', '0.05'],
    )
    expect(billRows(csv)).toEqual([
      { what: 'payment', reference: 'T1', fen: 1230, done: true },
      { what: 'refund', reference: 'R1', fen: 5, done: false },
    ])
  })

  it('that cannot be read does not pass for an empty one', () => {
    expect(billRows('')).toEqual([])
    expect(() => billRows('<html>busy</html>')).toThrow('no column')
    expect(() => billRows(bill(['T1', 'SUCCESS', '0', '', '', '1,000', '0.00']))).toThrow('no number')
  })
})

describe('comparing it with our books', () => {
  const row = (reference: string, change: Partial<BookRow> = {}): BookRow => ({
    what: 'payment',
    reference,
    fen: 100,
    done: true,
    onDay: true,
    ...change,
  })

  it('finds nothing where both say the same, on whichever day we booked it', () => {
    expect(billDifferences([row('A')], [row('A', { onDay: false })])).toEqual([])
  })

  it('names what is missing on either side, another amount, another state', () => {
    const found = billDifferences(
      [row('only there'), row('amount', { fen: 101 }), row('state')],
      [row('only here'), row('amount'), row('state', { done: false }), row('not done here', { done: false })],
    )
    expect(found.map(({ kind, reference, hereFen, thereFen }) => [kind, reference, hereFen, thereFen])).toEqual([
      ['missing_here', 'only there', null, 100],
      ['amount', 'amount', 100, 101],
      ['status', 'state', 100, 100],
      ['missing_there', 'only here', 100, null],
    ])
  })

  it('does not take a refund for the payment of the same number', () => {
    const found = billDifferences([row('A', { what: 'refund' })], [row('A')])
    expect(found.map(({ kind, what }) => [kind, what])).toEqual([
      ['missing_here', 'refund'],
      ['missing_there', 'payment'],
    ])
  })
})
