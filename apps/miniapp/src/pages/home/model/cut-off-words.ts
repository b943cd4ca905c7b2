import type { SittingBrief } from '@wanli/contracts/canteen'
import { businessDayOf, clockText, dayText, minutesUntil } from '@wanli/kernel/shanghai-time'
import { HOME_TEXT } from '../text'

/** Above this many minutes the clock time of the cut-off is said instead of a count. */
const COUNTED_MINUTES = 90

/** Until when a sitting takes orders: `22 分钟后截单`, `今天 20:00 截单`. */
export function cutOffWords(sitting: Pick<SittingBrief, 'cutOffAt'>, now: Date): string {
  const at = new Date(sitting.cutOffAt)
  const minutes = minutesUntil(now, at)
  if (minutes <= COUNTED_MINUTES) return HOME_TEXT.cutOffSoon(minutes)
  return HOME_TEXT.cutOffAt(`${dayText(businessDayOf(at), businessDayOf(now))} ${clockText(at)}`)
}
