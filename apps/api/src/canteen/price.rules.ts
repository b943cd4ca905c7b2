import type { PriceStep, ServiceMode } from '@wanli/contracts/canteen'
import { allocateFen, percentFen, sumFen, yuan } from '@wanli/kernel/money'
import { ageOn } from '@wanli/kernel/shanghai-time'

import type { PriceScheme } from './scheme.js'

/** What a price needs to know of the eater: verified facts only. */
export interface EaterFacts {
  birthDay: string | null
  resident: boolean
  shanghaiHukou: boolean
  onWelfare: boolean
}

/** What is to be priced. `lineFen` are list prices of whole lines; `subsidyUsed` says that today's subsidy is gone. */
export interface PriceInput {
  lineFen: readonly number[]
  eater: EaterFacts
  day: string
  mode: ServiceMode
  subsidyUsed: boolean
}

/** Money of one line; list = discount + subsidy + pay. */
export interface LinePrice {
  discountFen: number
  subsidyFen: number
  payFen: number
}

/** Price of an order with its allocation to lines and its steps in words. */
export interface OrderPrice extends LinePrice {
  listFen: number
  lines: LinePrice[]
  explanation: PriceStep[]
}

/** What an eater pays of a list price on a day, in percent, with the reason in words. */
export interface AgeRate {
  age: number | null
  percent: number
  label: string
  reason: string
}

/** The eater's rate on the day of the meal. Without a verified birth day and residence it is the list price. */
export function ageRate(eater: EaterFacts, day: string, scheme: PriceScheme): AgeRate {
  const age = eater.birthDay === null ? null : ageOn(eater.birthDay, day)
  if (age === null) return { age, percent: 100, label: '原价', reason: '还没有核实生日，按原价' }
  const band = scheme.ageBands.find((one) => age >= one.fromAge)
  if (band === undefined) return { age, percent: 100, label: '原价', reason: `${age} 岁，按原价` }
  if (!eater.resident) return { age, percent: 100, label: '原价', reason: `${age} 岁，还没有核实住在本区，按原价` }
  return { age, percent: band.percent, label: band.label, reason: `${age} 岁，${band.label}` }
}

/**
 * Price of an order: age discount rounded half up once for the whole order, then the dine-in subsidy, then both allocated to the
 * lines by largest remainder, so that lines add up to the fen. Pure; amounts are fen.
 */
export function priceOrder(input: PriceInput, scheme: PriceScheme): OrderPrice {
  const listFen = sumFen(input.lineFen)
  const rate = ageRate(input.eater, input.day, scheme)
  const discountedFen = percentFen(listFen, rate.percent)
  const subsidy = subsidyOf(input, rate.age, listFen, discountedFen, scheme)
  const discountFen = listFen - discountedFen
  const payFen = discountedFen - subsidy.amountFen
  return {
    listFen,
    discountFen,
    subsidyFen: subsidy.amountFen,
    payFen,
    lines: allocate(input.lineFen, discountFen, subsidy.amountFen),
    explanation: [
      { kind: 'list', label: '原价', reason: null, amountFen: listFen },
      ...(discountFen === 0
        ? []
        : [
            { kind: 'age_discount' as const, label: rate.label, reason: '按吃饭那天的年龄算', amountFen: -discountFen },
          ]),
      ...(subsidy.reason === ''
        ? []
        : [
            {
              kind: 'dine_in_subsidy' as const,
              label: '长者堂食补贴',
              reason: subsidy.reason,
              amountFen: 0 - subsidy.amountFen,
            },
          ]),
      { kind: 'pay', label: '要付', reason: null, amountFen: payFen },
    ],
  }
}

/** The dine-in subsidy; whoever has a right to it is told why there is none this time. */
function subsidyOf(
  input: PriceInput,
  age: number | null,
  listFen: number,
  discountedFen: number,
  scheme: PriceScheme,
): { amountFen: number; reason: string } {
  const none = (reason: string): { amountFen: number; reason: string } => ({ amountFen: 0, reason })
  if (age === null || !input.eater.shanghaiHukou) return none('')
  const row = scheme.subsidies.find((one) => age >= one.fromAge && (!one.welfareOnly || input.eater.onWelfare))
  if (row === undefined) return none('')
  const rule = `满 ¥${shortYuan(row.thresholdFen)} 减 ¥${shortYuan(row.amountFen)}`
  if (input.mode !== 'dine_in') return none(`在食堂吃才有，${rule}`)
  if (input.subsidyUsed) return none('今天已经用过，每人每天一次')
  const spentFen = scheme.thresholdBasis === 'before_discount' ? listFen : discountedFen
  if (spentFen < row.thresholdFen) return none(`${rule}，这次不到`)
  return { amountFen: Math.min(row.amountFen, discountedFen), reason: `${rule}，每人每天一次` }
}

/** Whole yuan without decimals: `15`; otherwise `15.50`. */
function shortYuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : yuan(fen)
}

function allocate(lineFen: readonly number[], discountFen: number, subsidyFen: number): LinePrice[] {
  const discounts = allocateFen(discountFen, lineFen)
  const afterDiscount = lineFen.map((fen, index) => fen - (discounts[index] ?? 0))
  const subsidies = allocateFen(subsidyFen, afterDiscount)
  return afterDiscount.map((fen, index) => {
    const subsidy = subsidies[index] ?? 0
    return { discountFen: discounts[index] ?? 0, subsidyFen: subsidy, payFen: fen - subsidy }
  })
}
