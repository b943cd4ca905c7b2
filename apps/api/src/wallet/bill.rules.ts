import type { BillDifference } from '@wanli/contracts/wallet'

/** A payment or refund, as WeChat's bill or our books tell it. `done`: the money moved. */
export interface BillRow {
  what: BillDifference['what']
  /** Our own number: `out_trade_no` or `out_refund_no`. */
  reference: string
  fen: number
  done: boolean
}

/** A row of our books. `onDay`: it was done on the day of the bill; others are there because the bill names them. */
export interface BookRow extends BillRow {
  onDay: boolean
}

/** A difference before it has an id. */
export type NewDifference = Omit<BillDifference, 'id'>

const SUMMARY = '总交易单数'
const COLUMNS = {
  tradeNo: '商户订单号',
  state: '交易状态',
  paid: '订单金额',
  refundNo: '商户退款单号',
  refunded: '申请退款金额',
  refundState: '退款状态',
} as const

/**
 * Rows of a trade bill (`bill_type=ALL`, CSV whose cells begin with a backtick). Throws Error when a column is missing or an amount
 * is none: a bill that cannot be read must not pass for an empty one.
 */
export function billRows(csv: string): BillRow[] {
  if (csv === '') return []
  const [head = '', ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/)
  const names = head.split(',')
  const at = (name: keyof typeof COLUMNS): number => {
    const index = names.indexOf(COLUMNS[name])
    if (index < 0) throw new Error(`the bill has no column ${COLUMNS[name]}`)
    return index
  }
  const columns = {
    tradeNo: at('tradeNo'),
    state: at('state'),
    paid: at('paid'),
    refundNo: at('refundNo'),
    refunded: at('refunded'),
    refundState: at('refundState'),
  }
  const rows: BillRow[] = []
  for (const line of lines) {
    if (line.startsWith(SUMMARY)) break
    if (line === '') continue
    // Cells may hold commas, but every cell begins with a backtick.
    const cells = line.slice(1).split(',`')
    const cell = (name: keyof typeof columns): string => cells[columns[name]] ?? ''
    if (cell('state') === 'SUCCESS')
      rows.push({ what: 'payment', reference: cell('tradeNo'), fen: fenOf(cell('paid')), done: true })
    if (cell('state') === 'REFUND')
      rows.push({
        what: 'refund',
        reference: cell('refundNo'),
        fen: fenOf(cell('refunded')),
        done: cell('refundState') === 'SUCCESS',
      })
  }
  return rows
}

/** What a bill and our books disagree on. */
export function billDifferences(bill: readonly BillRow[], books: readonly BookRow[]): NewDifference[] {
  const nameOf = ({ what, reference }: BillRow): string => `${what} ${reference}`
  const here = new Map(books.map((row) => [nameOf(row), row]))
  const there = new Set(bill.map(nameOf))
  const differences = bill.flatMap((row): NewDifference[] => {
    const own = here.get(nameOf(row))
    const { what, reference, fen: thereFen } = row
    const found = { what, reference, hereFen: own?.fen ?? null, thereFen }
    if (own === undefined) return [{ kind: 'missing_here', ...found }]
    if (own.fen !== row.fen) return [{ kind: 'amount', ...found }]
    return own.done === row.done ? [] : [{ kind: 'status', ...found }]
  })
  for (const row of books)
    if (row.onDay && row.done && !there.has(nameOf(row))) {
      const { what, reference, fen: hereFen } = row
      differences.push({ kind: 'missing_there', what, reference, hereFen, thereFen: null })
    }
  return differences
}

function fenOf(text: string): number {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (match === null) throw new Error(`an amount of the bill is no number: ${text}`)
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}
