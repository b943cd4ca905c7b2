import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderView } from '@wanli/contracts/canteen'
import { businessDayOf, clockText, dayText, minutesUntil } from '@wanli/kernel/shanghai-time'
import { atWindow } from '@/shared/text/order-words'
import { classList } from '@/shared/ui/class-list'
import { windowOf } from '../model/countdown'
import { CANTEEN_TEXT } from '../text'
import css from './fetch-time-chip.module.scss'

const TEXT = CANTEEN_TEXT.order
/** Beyond this many minutes a clock time says more than a countdown. */
const COUNTED_MINUTES = 120

/** How long until the meal can be fetched, in a pill. */
export function FetchTimeChip({ order, now }: { order: OrderView; now: Date }): ReactNode {
  const stands = atWindow(order, now)
  if (stands !== 'wait') {
    const isThere = stands === 'ready' || stands === 'now'
    return <View className={classList(css.chip, isThere && css.now)}>{TEXT.atWindow[stands]}</View>
  }
  const from = new Date(windowOf(order).from)
  const minutes = minutesUntil(now, from)
  if (minutes > COUNTED_MINUTES) {
    return (
      <View className={css.chip}>{TEXT.waitUntil(`${dayText(order.day, businessDayOf(now))} ${clockText(from)}`)}</View>
    )
  }
  return (
    <View className={css.chip}>
      <Text className={css.minutes}>{minutes}</Text> {TEXT.waitMinutes}
    </View>
  )
}
