import fc from 'fast-check'

import { ageRate, priceOrder, type EaterFacts } from './price.rules.js'
import { PUTUO_2025_12, type PriceScheme } from './scheme.js'

const DAY = '2026-11-23'
const local = (birthDay: string, more: Partial<EaterFacts> = {}): EaterFacts => ({
  birthDay,
  resident: true,
  shanghaiHukou: true,
  onWelfare: false,
  ...more,
})
const price = (
  eater: EaterFacts,
  lineFen: number[],
  more: { mode?: 'dine_in' | 'pick_up'; subsidyUsed?: boolean; scheme?: PriceScheme } = {},
) =>
  priceOrder(
    { lineFen, eater, day: DAY, mode: more.mode ?? 'dine_in', subsidyUsed: more.subsidyUsed ?? false },
    more.scheme ?? PUTUO_2025_12,
  )

describe('the age rate', () => {
  it.each([
    ['1966-11-24', 59, 100],
    ['1966-11-23', 60, 90],
    ['1946-11-24', 79, 90],
    ['1946-11-23', 80, 85],
    ['1926-01-01', 100, 85],
  ])('of somebody born on %s is that of age %i: %i %%', (birthDay, age, percent) => {
    expect(ageRate(local(birthDay), DAY, PUTUO_2025_12)).toMatchObject({ age, percent })
  })

  it('counts a birthday on 29 February as reached on 1 March of a common year', () => {
    expect(ageRate(local('1944-02-29'), '2026-02-28', PUTUO_2025_12).age).toBe(81)
    expect(ageRate(local('1944-02-29'), '2026-03-01', PUTUO_2025_12).age).toBe(82)
  })

  it('is the list price without a verified birth day or residence', () => {
    expect(ageRate({ ...local(DAY), birthDay: null }, DAY, PUTUO_2025_12)).toMatchObject({
      percent: 100,
      reason: '还没有核实生日，按原价',
    })
    expect(ageRate(local('1940-01-01', { resident: false }), DAY, PUTUO_2025_12).percent).toBe(100)
  })
})

describe('the price', () => {
  it('of the drawing: ¥21.00 for somebody of 82 is ¥14.85', () => {
    expect(price(local('1944-05-01'), [1200, 800, 100])).toMatchObject({
      listFen: 2100,
      discountFen: 315,
      subsidyFen: 300,
      payFen: 1485,
    })
  })

  it.each([
    ['60–79 from ¥15', local('1958-01-01'), 1500, 200],
    ['60–79 below ¥15', local('1958-01-01'), 1499, 0],
    ['80 and over from ¥15', local('1940-01-01'), 1500, 300],
    ['低保 from ¥8', local('1958-01-01', { onWelfare: true }), 800, 500],
    ['低保 below ¥8', local('1958-01-01', { onWelfare: true }), 799, 0],
    ['without Shanghai hukou', local('1940-01-01', { shanghaiHukou: false }), 3000, 0],
    ['of 59', local('1966-11-24'), 3000, 0],
  ])('has the dine-in subsidy of somebody %s', (_, eater, listFen, subsidyFen) => {
    expect(price(eater, [listFen]).subsidyFen).toBe(subsidyFen)
  })

  it('has no subsidy when it was used today or the meal is taken away', () => {
    expect(price(local('1940-01-01'), [3000], { subsidyUsed: true }).subsidyFen).toBe(0)
    expect(price(local('1940-01-01'), [3000], { mode: 'pick_up' }).subsidyFen).toBe(0)
  })

  it('says why there is no subsidy to whoever has a right to one, and nothing of it to others', () => {
    const why = (eater: EaterFacts, lineFen: number[], change: Parameters<typeof price>[2] = {}) =>
      price(eater, lineFen, change).explanation.find(({ kind }) => kind === 'dine_in_subsidy')
    const elder = local('1940-01-01')
    expect(why(elder, [3000], { subsidyUsed: true })).toMatchObject({
      amountFen: 0,
      reason: '今天已经用过，每人每天一次',
    })
    expect(why(elder, [3000], { mode: 'pick_up' })?.reason).toBe('在食堂吃才有，满 ¥15 减 ¥3')
    expect(why(elder, [1499])?.reason).toBe('满 ¥15 减 ¥3，这次不到')
    expect(why(local('1990-01-01'), [3000])).toBeUndefined()
  })

  it('compares the threshold after the discount where the scheme says so', () => {
    const scheme: PriceScheme = { ...PUTUO_2025_12, thresholdBasis: 'after_discount' }
    expect(price(local('1940-01-01'), [1500], { scheme }).subsidyFen).toBe(0)
    expect(price(local('1940-01-01'), [1765], { scheme }).subsidyFen).toBe(300)
  })

  it('rounds half up once for the whole order', () => {
    expect(price(local('1958-01-01'), [105, 105, 105]).discountFen).toBe(31)
  })

  it('always adds up: over lines, over steps, and never below zero', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1920, max: 2020 }),
        fc.boolean(),
        fc.boolean(),
        (lineFen, year, onWelfare, subsidyUsed) => {
          const result = price(local(`${year}-06-01`, { onWelfare }), lineFen, { subsidyUsed })
          const sum = (pick: 'discountFen' | 'subsidyFen' | 'payFen') =>
            result.lines.reduce((total, line) => total + line[pick], 0)
          expect([sum('discountFen'), sum('subsidyFen'), sum('payFen')]).toEqual([
            result.discountFen,
            result.subsidyFen,
            result.payFen,
          ])
          expect(result.listFen).toBe(result.discountFen + result.subsidyFen + result.payFen)
          result.lines.forEach((line, index) => {
            expect(Math.min(line.discountFen, line.subsidyFen, line.payFen)).toBeGreaterThanOrEqual(0)
            expect(line.discountFen + line.subsidyFen + line.payFen).toBe(lineFen[index])
          })
          const steps = result.explanation
            .filter((step) => step.kind !== 'pay')
            .reduce((total, step) => total + step.amountFen, 0)
          expect(steps).toBe(result.payFen)
        },
      ),
    )
  })
})
