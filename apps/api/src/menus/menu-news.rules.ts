import type { MenuChangeKind } from '@wanli/contracts/menus'
import { yuan } from '@wanli/kernel/money'

const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('')

/** What is told of dishes that were taken off an order. */
export interface DroppedNews {
  dishes: readonly string[]
  /** Dishes that came onto the menu of that meal with the same version. */
  instead: readonly string[]
  /** What goes back and where to, in words; null when nothing was paid. */
  back: string | null
  /** Whether nothing of the order is left. */
  whole: boolean
}

/** Longest body of a notice. */
const LONGEST = 200

/** What goes, what comes, and where the money is: `「红烧鱼」不做了，换成「白切鸡」。¥12.00 已经退回钱包`. */
export function droppedText({ dishes, instead, back, whole }: DroppedNews): string {
  const change = instead.length === 0 ? '' : `，换成${quoted(instead.slice(0, 3))}`
  const rest = whole ? '这一单就取消了，想吃别的可以再订' : '其他的菜照旧'
  return `${quoted(dishes)}不做了${change}。${back ?? '还没有付钱，不用退'}，${rest}`.slice(0, LONGEST)
}

/** What a dish costs from now on, for those who have it already: `「红烧鱼」小份从 ¥7.00 改成 ¥8.00`; `after` is null when there is none any more. */
export function priceText(
  changes: readonly { kind: MenuChangeKind; dishName: string; before: number | null; after: number | null }[],
): string {
  const parts = changes.map(({ kind, dishName, before, after }) => {
    const dish = `「${dishName}」${kind === 'half_price' ? '小份' : ''}`
    return after === null ? `${dish}以后不卖了` : `${dish}从 ¥${yuan(before ?? 0)} 改成 ¥${yuan(after)}`
  })
  return `${parts.join('，')}。已经订的还是原来的价钱`.slice(0, LONGEST)
}
