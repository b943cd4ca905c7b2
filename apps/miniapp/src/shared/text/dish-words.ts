import type { Portion } from '@wanli/contracts/canteen'

/** What a half portion is called. */
const SMALL = '小份'

/** A dish in one size, so many times. */
export interface SizedDish {
  name: string
  portion: Portion
  quantity: number
}

/** A dish with its size: `红烧肉 小份 ×2`. Size and count stay on the line of what they are of. */
export const sizedDish = ({ name, portion, quantity }: SizedDish): string =>
  [name, ...(portion === 'half' ? [SMALL] : []), ...(quantity > 1 ? [`×${quantity}`] : [])].join('\u00a0')

/** Dishes as people read them, each size of a dish once: `番茄炒蛋 小份、素菜、米饭 ×2`. */
export function dishesText(dishes: readonly SizedDish[]): string {
  const sized = new Map<string, SizedDish>()
  for (const dish of dishes) {
    const key = `${dish.portion} ${dish.name}`
    sized.set(key, { ...dish, quantity: (sized.get(key)?.quantity ?? 0) + dish.quantity })
  }
  return [...sized.values()].map(sizedDish).join('、')
}
