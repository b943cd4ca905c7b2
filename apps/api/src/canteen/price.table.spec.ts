import { expect, it } from '@jest/globals'
import type { ServiceMode } from '@wanli/contracts/canteen'
import { sumFen } from '@wanli/kernel/money'

import { priceOrder, type EaterFacts } from './price.rules.js'
import { PUTUO_2025_12 } from './scheme.js'

/** Every row was worked out by hand on paper from the scheme's text, not by the program. Amounts are fen. */
interface Row {
  of: string
  born: string | null
  has?: ('residence' | 'hukou' | 'welfare')[]
  day?: string
  mode?: ServiceMode
  used?: true
  basis?: 'after_discount'
  lines: number[]
  discount: number
  subsidy: number
  pay: number
  /** What each line pays, where how it is split matters. */
  pays?: number[]
}

const LOCAL = ['residence', 'hukou'] as const
const POOR = ['residence', 'hukou', 'welfare'] as const
const AT_59 = '1966-11-24'
const AT_60 = '1966-11-23'
const AT_70 = '1956-05-01'
const AT_79 = '1946-11-24'
const AT_80 = '1946-11-23'
const AT_82 = '1944-05-01'

const ROWS: Row[] = [
  // Age on the day of the meal.
  { of: '59, a day before 60', born: AT_59, lines: [2000], discount: 0, subsidy: 0, pay: 2000 },
  { of: '60 on the very birthday', born: AT_60, lines: [2000], discount: 200, subsidy: 200, pay: 1600 },
  {
    of: '59 today, 60 when the meal is',
    born: AT_59,
    day: '2026-11-24',
    lines: [2000],
    discount: 200,
    subsidy: 200,
    pay: 1600,
  },
  { of: '79, a day before 80', born: AT_79, lines: [2000], discount: 200, subsidy: 200, pay: 1600 },
  { of: '80 on the very birthday', born: AT_80, lines: [2000], discount: 300, subsidy: 300, pay: 1400 },
  {
    of: '79 today, 80 when the meal is',
    born: AT_79,
    day: '2026-11-24',
    lines: [2000],
    discount: 300,
    subsidy: 300,
    pay: 1400,
  },
  { of: '100', born: '1926-01-01', lines: [2000], discount: 300, subsidy: 300, pay: 1400 },
  {
    of: '29 February, a day before 60',
    born: '1968-02-29',
    day: '2028-02-28',
    lines: [2000],
    discount: 0,
    subsidy: 0,
    pay: 2000,
  },
  {
    of: '29 February, 60 on it',
    born: '1968-02-29',
    day: '2028-02-29',
    lines: [2000],
    discount: 200,
    subsidy: 200,
    pay: 1600,
  },
  {
    of: '29 February, a day before 80',
    born: '1948-02-29',
    day: '2028-02-28',
    lines: [2000],
    discount: 200,
    subsidy: 200,
    pay: 1600,
  },
  {
    of: '29 February, 80 on it',
    born: '1948-02-29',
    day: '2028-02-29',
    lines: [2000],
    discount: 300,
    subsidy: 300,
    pay: 1400,
  },
  {
    of: '29 February, last day before 60 in a common year',
    born: '2040-02-29',
    day: '2100-02-28',
    lines: [2000],
    discount: 0,
    subsidy: 0,
    pay: 2000,
  },
  {
    of: '29 February, 60 on 1 March of a common year',
    born: '2040-02-29',
    day: '2100-03-01',
    lines: [2000],
    discount: 200,
    subsidy: 200,
    pay: 1600,
  },

  // What is verified.
  { of: 'nobody knows the birth day', born: null, lines: [2000], discount: 0, subsidy: 0, pay: 2000 },
  {
    of: '82 without verified residence',
    born: AT_82,
    has: ['hukou'],
    lines: [2000],
    discount: 0,
    subsidy: 300,
    pay: 1700,
  },
  {
    of: '82 without Shanghai hukou',
    born: AT_82,
    has: ['residence'],
    lines: [2000],
    discount: 300,
    subsidy: 0,
    pay: 1700,
  },
  {
    of: '70 without Shanghai hukou',
    born: AT_70,
    has: ['residence'],
    lines: [2000],
    discount: 200,
    subsidy: 0,
    pay: 1800,
  },
  { of: '82 with neither', born: AT_82, has: [], lines: [2000], discount: 0, subsidy: 0, pay: 2000 },
  { of: '59 on welfare', born: AT_59, has: [...POOR], lines: [2000], discount: 0, subsidy: 0, pay: 2000 },

  // How it is eaten, and once a day.
  { of: '82, taken along', born: AT_82, mode: 'pick_up', lines: [2000], discount: 300, subsidy: 0, pay: 1700 },
  { of: '70, taken along', born: AT_70, mode: 'pick_up', lines: [2000], discount: 200, subsidy: 0, pay: 1800 },
  {
    of: 'welfare, taken along',
    born: AT_70,
    has: [...POOR],
    mode: 'pick_up',
    lines: [2000],
    discount: 200,
    subsidy: 0,
    pay: 1800,
  },
  { of: '82, second meal of the day', born: AT_82, used: true, lines: [2000], discount: 300, subsidy: 0, pay: 1700 },
  { of: '70, second meal of the day', born: AT_70, used: true, lines: [2000], discount: 200, subsidy: 0, pay: 1800 },
  {
    of: 'welfare, second meal of the day',
    born: AT_70,
    has: [...POOR],
    used: true,
    lines: [2000],
    discount: 200,
    subsidy: 0,
    pay: 1800,
  },

  // Thresholds on the list price.
  { of: '70, a fen below ¥15', born: AT_70, lines: [1499], discount: 150, subsidy: 0, pay: 1349 },
  { of: '70, ¥15', born: AT_70, lines: [1500], discount: 150, subsidy: 200, pay: 1150 },
  { of: '70, a fen above ¥15', born: AT_70, lines: [1501], discount: 150, subsidy: 200, pay: 1151 },
  { of: '82, a fen below ¥15', born: AT_82, lines: [1499], discount: 225, subsidy: 0, pay: 1274 },
  { of: '82, ¥15', born: AT_82, lines: [1500], discount: 225, subsidy: 300, pay: 975 },
  {
    of: 'welfare at 70, a fen below ¥8',
    born: AT_70,
    has: [...POOR],
    lines: [799],
    discount: 80,
    subsidy: 0,
    pay: 719,
  },
  { of: 'welfare at 70, ¥8', born: AT_70, has: [...POOR], lines: [800], discount: 80, subsidy: 500, pay: 220 },
  {
    of: 'welfare at 70 above ¥15: still ¥5',
    born: AT_70,
    has: [...POOR],
    lines: [1500],
    discount: 150,
    subsidy: 500,
    pay: 850,
  },
  {
    of: 'welfare at 82, a fen below ¥8',
    born: AT_82,
    has: [...POOR],
    lines: [799],
    discount: 120,
    subsidy: 0,
    pay: 679,
  },
  { of: 'welfare at 82, ¥8', born: AT_82, has: [...POOR], lines: [800], discount: 120, subsidy: 500, pay: 180 },
  {
    of: 'welfare at 82 above ¥15: still ¥5',
    born: AT_82,
    has: [...POOR],
    lines: [2000],
    discount: 300,
    subsidy: 500,
    pay: 1200,
  },

  // The same thresholds on what is left after the discount: the cliffs.
  { of: '82, ¥17.64', born: AT_82, basis: 'after_discount', lines: [1764], discount: 265, subsidy: 0, pay: 1499 },
  { of: '82, ¥17.65', born: AT_82, basis: 'after_discount', lines: [1765], discount: 265, subsidy: 300, pay: 1200 },
  { of: '70, ¥16.66', born: AT_70, basis: 'after_discount', lines: [1666], discount: 167, subsidy: 0, pay: 1499 },
  { of: '70, ¥16.67', born: AT_70, basis: 'after_discount', lines: [1667], discount: 167, subsidy: 200, pay: 1300 },
  {
    of: 'welfare at 82, ¥9.40',
    born: AT_82,
    has: [...POOR],
    basis: 'after_discount',
    lines: [940],
    discount: 141,
    subsidy: 0,
    pay: 799,
  },
  {
    of: 'welfare at 82, ¥9.41',
    born: AT_82,
    has: [...POOR],
    basis: 'after_discount',
    lines: [941],
    discount: 141,
    subsidy: 500,
    pay: 300,
  },
  {
    of: 'welfare at 70, ¥8.88',
    born: AT_70,
    has: [...POOR],
    basis: 'after_discount',
    lines: [888],
    discount: 89,
    subsidy: 0,
    pay: 799,
  },
  {
    of: 'welfare at 70, ¥8.89',
    born: AT_70,
    has: [...POOR],
    basis: 'after_discount',
    lines: [889],
    discount: 89,
    subsidy: 500,
    pay: 300,
  },
  {
    of: '82, ¥17.65 as second meal',
    born: AT_82,
    basis: 'after_discount',
    used: true,
    lines: [1765],
    discount: 265,
    subsidy: 0,
    pay: 1500,
  },
  {
    of: '82 without residence: nothing is taken off first',
    born: AT_82,
    has: ['hukou'],
    basis: 'after_discount',
    lines: [1500],
    discount: 0,
    subsidy: 300,
    pay: 1200,
  },

  // Rounded half up once an order, then split.
  {
    of: 'three lines of ¥3.30 at 85 %',
    born: AT_82,
    lines: [330, 330, 330],
    discount: 148,
    subsidy: 0,
    pay: 842,
    pays: [280, 281, 281],
  },
  {
    of: 'four lines of ¥3.30 at 85 %',
    born: AT_82,
    lines: [330, 330, 330, 330],
    discount: 198,
    subsidy: 0,
    pay: 1122,
    pays: [280, 280, 281, 281],
  },
  { of: 'one line of four at ¥3.30', born: AT_82, lines: [1320], discount: 198, subsidy: 0, pay: 1122 },
  { of: '85 % of 10 fen', born: AT_82, lines: [10], discount: 1, subsidy: 0, pay: 9 },
  { of: '85 % of 30 fen', born: AT_82, lines: [30], discount: 4, subsidy: 0, pay: 26 },
  { of: '90 % of 5 fen', born: AT_70, lines: [5], discount: 0, subsidy: 0, pay: 5 },
  { of: '90 % of 15 fen', born: AT_70, lines: [15], discount: 1, subsidy: 0, pay: 14 },
  { of: '85 % of one fen', born: AT_82, lines: [1], discount: 0, subsidy: 0, pay: 1 },
  { of: '85 % of four fen', born: AT_82, lines: [4], discount: 1, subsidy: 0, pay: 3 },
  {
    of: 'breakfast of ¥1.50 and ¥2.50',
    born: AT_82,
    lines: [150, 250],
    discount: 60,
    subsidy: 0,
    pay: 340,
    pays: [127, 213],
  },
  {
    of: 'three odd lines',
    born: AT_70,
    lines: [333, 667, 1],
    discount: 100,
    subsidy: 0,
    pay: 901,
    pays: [300, 600, 1],
  },
  {
    of: 'three equal lines with subsidy',
    born: AT_82,
    lines: [999, 999, 999],
    discount: 450,
    subsidy: 300,
    pay: 2247,
    pays: [749, 749, 749],
  },
  {
    of: 'the drawing: ¥12, ¥8 and ¥1',
    born: AT_82,
    lines: [1200, 800, 100],
    discount: 315,
    subsidy: 300,
    pay: 1485,
    pays: [848, 566, 71],
  },
  {
    of: 'welfare over two lines',
    born: AT_70,
    has: [...POOR],
    lines: [400, 400],
    discount: 80,
    subsidy: 500,
    pay: 220,
    pays: [110, 110],
  },
  {
    of: 'welfare over three lines',
    born: AT_82,
    has: [...POOR],
    lines: [100, 100, 600],
    discount: 120,
    subsidy: 500,
    pay: 180,
    pays: [22, 23, 135],
  },
  {
    of: 'free soup takes nothing',
    born: AT_70,
    lines: [0, 1500],
    discount: 150,
    subsidy: 200,
    pay: 1150,
    pays: [0, 1150],
  },
  { of: 'only free soup', born: AT_82, lines: [0], discount: 0, subsidy: 0, pay: 0, pays: [0] },

  // Half portions are lines like any other.
  { of: 'a half of ¥7.00', born: AT_82, lines: [700], discount: 105, subsidy: 0, pay: 595 },
  { of: 'a half of ¥3.50', born: AT_82, lines: [350], discount: 52, subsidy: 0, pay: 298 },
  {
    of: 'a whole of ¥12 and a half of ¥7',
    born: AT_70,
    lines: [1200, 700],
    discount: 190,
    subsidy: 200,
    pay: 1510,
    pays: [954, 556],
  },
  {
    of: 'two halves that reach ¥15 together',
    born: AT_82,
    lines: [750, 750],
    discount: 225,
    subsidy: 300,
    pay: 975,
    pays: [487, 488],
  },

  // A table for many.
  {
    of: 'twenty dishes: one subsidy',
    born: AT_70,
    lines: Array<number>(20).fill(1200),
    discount: 2400,
    subsidy: 200,
    pay: 21_400,
    pays: Array<number>(20).fill(1070),
  },
]

const factsOf = ({ born, has = [...LOCAL] }: Row): EaterFacts => ({
  birthDay: born,
  resident: has.includes('residence'),
  shanghaiHukou: has.includes('hukou'),
  onWelfare: has.includes('welfare'),
})

it.each(ROWS.map((row) => [row.of, row] as const))('costs what the scheme says: %s', (_, row) => {
  const price = priceOrder(
    {
      lineFen: row.lines,
      eater: factsOf(row),
      day: row.day ?? '2026-11-23',
      mode: row.mode ?? 'dine_in',
      subsidyUsed: row.used ?? false,
    },
    { ...PUTUO_2025_12, thresholdBasis: row.basis ?? PUTUO_2025_12.thresholdBasis },
  )
  const { discount, subsidy, pay } = row
  expect([price.discountFen, price.subsidyFen, price.payFen]).toEqual([discount, subsidy, pay])
  expect(sumFen(price.lines.map((line) => line.discountFen))).toBe(discount)
  expect(sumFen(price.lines.map((line) => line.subsidyFen))).toBe(subsidy)
  if (row.pays !== undefined) expect(price.lines.map((line) => line.payFen)).toEqual(row.pays)
  expect(price.lines.map((line) => line.discountFen + line.subsidyFen + line.payFen)).toEqual(row.lines)
})

it('has at least sixty rows', () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(60)
})
