import { readFileSync } from 'node:fs'

import type { ServiceMode } from '@wanli/contracts/canteen'
import { sumFen } from '@wanli/kernel/money'

import { priceOrder } from './price.rules.js'
import { PUTUO_2025_12 } from './scheme.js'

/** Every row was worked out by hand from the scheme's text, not by the program. Amounts are fen; lists are separated by blanks. */
const TABLE = new URL('./price.table.csv', import.meta.url)

type Column =
  | 'about'
  | 'of'
  | 'born'
  | 'verified'
  | 'day'
  | 'mode'
  | 'subsidyUsed'
  | 'thresholdBasis'
  | 'linesFen'
  | 'discountFen'
  | 'subsidyFen'
  | 'payFen'
  | 'paysFen'
type Row = Record<Column, string>

function rowsOf(csv: string): Row[] {
  const [names = [], ...rows] = csv
    .trim()
    .split('\n')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    )
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) as Row)
}

const numbers = (text: string): number[] => text.split(' ').filter(Boolean).map(Number)
const ROWS = rowsOf(readFileSync(TABLE, 'utf8'))

it.each(ROWS.map((row) => [`${row.about}: ${row.of}`, row] as const))('costs what the scheme says: %s', (_, row) => {
  const verified = row.verified.split(' ')
  const price = priceOrder(
    {
      lineFen: numbers(row.linesFen),
      eater: {
        birthDay: row.born === '' ? null : row.born,
        resident: verified.includes('residence'),
        shanghaiHukou: verified.includes('hukou'),
        onWelfare: verified.includes('welfare'),
      },
      day: row.day,
      mode: row.mode as ServiceMode,
      subsidyUsed: row.subsidyUsed === 'yes',
    },
    { ...PUTUO_2025_12, thresholdBasis: row.thresholdBasis === 'after' ? 'after_discount' : 'before_discount' },
  )
  const total = [price.discountFen, price.subsidyFen, price.payFen]
  expect(total).toEqual([row.discountFen, row.subsidyFen, row.payFen].map(Number))
  expect(sumFen(price.lines.map((line) => line.discountFen))).toBe(price.discountFen)
  expect(sumFen(price.lines.map((line) => line.subsidyFen))).toBe(price.subsidyFen)
  if (row.paysFen !== '') expect(price.lines.map((line) => line.payFen)).toEqual(numbers(row.paysFen))
  const listed = price.lines.map((line) => line.discountFen + line.subsidyFen + line.payFen)
  expect(listed).toEqual(numbers(row.linesFen))
})

it('has at least sixty rows', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(60)
})
