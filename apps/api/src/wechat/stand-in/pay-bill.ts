import type { PayOrder, PayRefund } from './pay-book.js'

/** A lie told in a bill on purpose: a row left out, another amount, or a payment that never was. */
export interface PlantedDifference {
  kind: 'drop' | 'amount' | 'extra'
  reference: string
  fen?: number
}

/** Columns of `bill_type=ALL` in WeChat's order. */
const COLUMNS =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
const SUMMARY = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'

const EIGHT_HOURS_MS = 8 * 3_600_000
const shanghai = (instant: string): string =>
  new Date(Date.parse(instant) + EIGHT_HOURS_MS).toISOString().slice(0, 19).replace('T', ' ')
const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

interface BillRow {
  at: string
  tradeNo: string
  refundNo: string
  paidFen: number
  refundFen: number
  state: 'SUCCESS' | 'REFUND'
  refundState: string
}

/** The trade bill of a Shanghai day as CSV; undefined when nothing happened on it. */
export function tradeBill(
  day: string,
  orders: Iterable<PayOrder>,
  refunds: Iterable<PayRefund>,
  planted: readonly PlantedDifference[],
): string | undefined {
  const rows: BillRow[] = []
  for (const { request, successTime } of orders) {
    if (successTime === null || !shanghai(successTime).startsWith(day)) continue
    rows.push(payment(shanghai(successTime), request.out_trade_no, request.amount.total))
  }
  for (const refund of refunds) {
    const at = shanghai(refund.success_time ?? refund.create_time)
    if (refund.status === 'SUCCESS' && at.startsWith(day)) {
      const row = payment(at, refund.out_trade_no, refund.amount.total)
      const fen = refund.amount.refund
      rows.push({ ...row, refundNo: refund.out_refund_no, refundFen: fen, state: 'REFUND', refundState: 'SUCCESS' })
    }
  }
  const told = planted.reduce(applyDifference, rows)
  for (const { kind, reference, fen = 0 } of planted)
    if (kind === 'extra') told.push(payment(`${day} 12:00:00`, reference, fen))
  if (told.length === 0) return undefined
  const lines = told.map((row) =>
    cells(row)
      .map((cell) => `\`${cell}`)
      .join(','),
  )
  const sum = (pick: (row: BillRow) => number): string => yuan(told.reduce((total, row) => total + pick(row), 0))
  const paid = sum((row) => (row.state === 'SUCCESS' ? row.paidFen : 0))
  const back = sum((row) => row.refundFen)
  const totals = [String(told.length), paid, back, '0.00', '0.00', paid, back].map((cell) => `\`${cell}`).join(',')
  return `\uFEFF${[COLUMNS, ...lines, SUMMARY, totals].join('\r\n')}\r\n`
}

function payment(at: string, tradeNo: string, paidFen: number): BillRow {
  return { at, tradeNo, refundNo: '0', paidFen, refundFen: 0, state: 'SUCCESS', refundState: '' }
}

function applyDifference(rows: BillRow[], { kind, reference, fen = 0 }: PlantedDifference): BillRow[] {
  const isMeant = (row: BillRow): boolean => (row.state === 'REFUND' ? row.refundNo : row.tradeNo) === reference
  if (kind === 'drop') return rows.filter((row) => !isMeant(row))
  if (kind === 'extra') return rows
  return rows.map((row) => {
    if (!isMeant(row)) return row
    return row.state === 'REFUND' ? { ...row, refundFen: fen } : { ...row, paidFen: fen }
  })
}

function cells(row: BillRow): string[] {
  const [paid, back] = [yuan(row.paidFen), yuan(row.refundFen)]
  const settled = row.state === 'REFUND' ? '0.00' : paid
  const before = [
    row.at,
    'wx-demo',
    '1900000001',
    '0',
    '',
    '4200',
    row.tradeNo,
    'o',
    'JSAPI',
    row.state,
    'OTHERS',
    'CNY',
  ]
  const refund = [row.refundNo === '0' ? '0' : '50', row.refundNo, back, '0.00', 'ORIGINAL', row.refundState]
  return [...before, settled, '0.00', ...refund, '社区', '', '0.00', '0.60%', settled, back, '']
}
