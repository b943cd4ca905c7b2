/** A version of the price scheme: data that a price is computed from and that an order remembers by name. */
export interface PriceScheme {
  version: string
  /** What residents of an age pay, in percent of the list price; the first band whose age is reached holds. */
  ageBands: readonly {
    fromAge: number
    percent: number
    label: string
  }[]
  /** Dine-in subsidy, once a person and day; the first row that fits holds. `welfareOnly` limits it to 低保. */
  subsidies: readonly {
    fromAge: number
    welfareOnly: boolean
    thresholdFen: number
    amountFen: number
  }[]
  /** Whether the threshold is compared with the price before or after the age discount. */
  thresholdBasis: 'before_discount' | 'after_discount'
}
/**
 * Putuo's scheme as the project's design notes give it (`putuo-2025-12`): residents of 60–79 pay 90 %, of 80 and over 85 %;
 * dine-in subsidy for Shanghai hukou, once a person and day. The basis of the threshold is a local setting.
 */
export declare const PUTUO_2025_12: PriceScheme
