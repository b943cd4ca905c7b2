import { addDays, dayText } from '@wanli/kernel/shanghai-time'

/** Days that are named by how far they are from the one on which it is said. */
const DISTANCE = { 昨天: -1, 今天: 0, 明天: 1 } as const

const NEAR_DAY = new RegExp(Object.keys(DISTANCE).join('|'), 'g')

/**
 * What was written on one day as it is true on another: `明天午餐` of Friday is `今天午餐` on Saturday, and `11月28日午餐` a week later. A
 * notice waits in its inbox and, through the night, in the outbox; whoever reads it then must not come a day late. Both days are Shanghai
 * days, `YYYY-MM-DD`.
 */
export function retold(words: string, writtenOn: string, today: string): string {
  if (writtenOn === today) return words
  return words.replace(NEAR_DAY, (near) => dayText(addDays(writtenOn, DISTANCE[near as keyof typeof DISTANCE]), today))
}
