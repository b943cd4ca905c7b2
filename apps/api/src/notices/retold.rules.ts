import { addDays, dayText } from '@wanli/kernel/shanghai-time'

/** Days that are named by how far they are from the one on which it is said. */
const DISTANCE = { 昨天: -1, 今天: 0, 明天: 1 } as const

/** What stands in quotes, with quotes of its own inside it; up to the end where the last of it was cut off. */
const QUOTED = '「(?:[^「」]|「[^「」]*」)*」?'

const QUOTED_OR_NEAR_DAY = new RegExp(`${QUOTED}|${Object.keys(DISTANCE).join('|')}`, 'g')

const isNearDay = (words: string): words is keyof typeof DISTANCE => words in DISTANCE

/**
 * What was written on one day as it is true on another: `明天午餐` of Friday is `今天午餐` on Saturday, and `11月28日午餐` a week later. A
 * notice waits in its inbox and, through the night, in the outbox; whoever reads it then must not come a day late. What stands in 「」 is a
 * name, or what somebody said in their own words: it stays as it was said, so whoever writes a notice puts such words in quotes. Both days
 * are Shanghai days, `YYYY-MM-DD`.
 */
export function retold(words: string, writtenOn: string, today: string): string {
  if (writtenOn === today) return words
  return words.replace(QUOTED_OR_NEAR_DAY, (found) =>
    isNearDay(found) ? dayText(addDays(writtenOn, DISTANCE[found]), today) : found,
  )
}
