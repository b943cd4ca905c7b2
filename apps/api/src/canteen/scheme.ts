/** A version of the price scheme: data that a price is computed from and that an order remembers by name. */
export interface PriceScheme {
  version: string
  /** What people of the street and the canteen call it. */
  name: string
  /** What residents of an age pay, in percent of the list price; the first band whose age is reached holds. */
  ageBands: readonly { fromAge: number; percent: number; label: string }[]
  /** Dine-in subsidy, once a person and day; the first row that fits holds. `welfareOnly` limits it to 低保. */
  subsidies: readonly { fromAge: number; welfareOnly: boolean; thresholdFen: number; amountFen: number }[]
  /** Whether the threshold is compared with the price before or after the age discount. */
  thresholdBasis: 'before_discount' | 'after_discount'
}

/**
 * Putuo's scheme as the project's design notes give it (`putuo-2025-12`): residents of 60–79 pay 90 %, of 80 and over 85 %;
 * dine-in subsidy for Shanghai hukou, once a person and day. The basis of the threshold is a local setting.
 */
export const PUTUO_2025_12: PriceScheme = {
  version: 'putuo-2025-12',
  name: '普陀区 2025 年 12 月方案',
  ageBands: [
    { fromAge: 80, percent: 85, label: '80 岁以上 85 折' },
    { fromAge: 60, percent: 90, label: '60 到 79 岁 9 折' },
  ],
  subsidies: [
    { fromAge: 60, welfareOnly: true, thresholdFen: 800, amountFen: 500 },
    { fromAge: 80, welfareOnly: false, thresholdFen: 1500, amountFen: 300 },
    { fromAge: 60, welfareOnly: false, thresholdFen: 1500, amountFen: 200 },
  ],
  thresholdBasis: 'before_discount',
}

/** Every version that an order may remember. */
const SCHEMES: readonly PriceScheme[] = [PUTUO_2025_12]

/** What people call a version; one that is no longer listed goes by its number. */
export const schemeName = (version: string): string =>
  SCHEMES.find((scheme) => scheme.version === version)?.name ?? version
