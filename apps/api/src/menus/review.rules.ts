import type { ReviewTag } from '@wanli/contracts/reviews'

/** Words that may be said of a dish. */
export const REVIEW_TAGS: readonly ReviewTag[] = [
  '好吃',
  '软硬正好',
  '热乎',
  '咸了',
  '淡了',
  '油了',
  '太硬',
  '量少',
  '凉了',
]

/** Days after a meal in which it may be rated. */
const REVIEW_DAYS = 7

/** Below this many reviews nobody but staff sees an average: it would say who gave them. */
export const SHOWN_FROM = 3

const DAY_MS = 86_400_000

/** What an order is looked at for. */
export interface EatenOrder {
  status: string
  handedOverAt: Date | null
  progressAt: Date | null
  createdAt: Date
}

/** Until when a meal may be rated: seven days after it was had. */
export function reviewUntil({ handedOverAt, progressAt, createdAt }: EatenOrder): Date {
  const hadAt = handedOverAt ?? progressAt ?? createdAt
  return new Date(hadAt.getTime() + REVIEW_DAYS * DAY_MS)
}

/** Average of stars to one decimal; 0 of none. */
export function averageOf(sum: number, count: number): number {
  return count === 0 ? 0 : Math.round((sum * 10) / count) / 10
}
