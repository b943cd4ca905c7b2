import type { PriceStep, ServiceMode } from '@wanli/contracts/canteen'
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
export declare function ageRate(eater: EaterFacts, day: string, scheme: PriceScheme): AgeRate
/**
 * Price of an order: age discount rounded half up once for the whole order, then the dine-in subsidy, then both allocated to the
 * lines by largest remainder, so that lines add up to the fen. Pure; amounts are fen.
 */
export declare function priceOrder(input: PriceInput, scheme: PriceScheme): OrderPrice
