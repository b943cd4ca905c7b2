import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderView } from '@wanli/contracts/canteen'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { classList } from '@/shared/ui/class-list'
import { fetchTimeOf, windowOf } from '../model/countdown'
import { CANTEEN_TEXT } from '../text'
import css from './fetch-time-chip.module.scss'

const TEXT = CANTEEN_TEXT.order
/** Beyond this many minutes a clock time says more than a countdown. */
const COUNTED_MINUTES = 120

/** How long until the meal can be fetched, in a pill. */
export function FetchTimeChip({ order, now }: { order: OrderView; now: Date }): ReactNode {
  const time = fetchTimeOf(order, now)
  if (order.status === 'ready' && time.phase !== 'late')
    return <View className={classList(css.chip, css.now)}>{TEXT.ready}</View>
  if (order.status === 'cooking' && time.phase === 'now') return <View className={css.chip}>{TEXT.cooking}</View>
  if (time.phase === 'now') return <View className={classList(css.chip, css.now)}>{TEXT.now}</View>
  if (time.phase === 'late') return <View className={css.chip}>{TEXT.late}</View>
  if (time.minutes > COUNTED_MINUTES) {
    const from = new Date(windowOf(order).from)
    return (
      <View className={css.chip}>{TEXT.waitUntil(`${dayText(order.day, businessDayOf(now))} ${clockText(from)}`)}</View>
    )
  }
  return (
    <View className={css.chip}>
      <Text className={css.minutes}>{time.minutes}</Text> {TEXT.waitMinutes}
    </View>
  )
}
