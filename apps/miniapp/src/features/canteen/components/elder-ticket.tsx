import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderView } from '@wanli/contracts/canteen'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { openTab } from '@/shared/navigation'
import { readAloud, canReadAloud } from '@/shared/read-aloud'
import { dishesText } from '@/shared/text/dish-words'
import { atWindow } from '@/shared/text/order-words'
import { Button } from '@/shared/ui/button'
import { Icon } from '@/shared/ui/icon'
import { Picture } from '@/shared/ui/picture'
import { windowOf } from '../model/countdown'
import { splitName } from '../model/trays'
import { CANTEEN_TEXT } from '../text'
import css from './elder-ticket.module.scss'

const TEXT = CANTEEN_TEXT.order

/** The order in the care mode: the number fills the width, then when, where and what in three lines. */
export function ElderTicket({ order, now }: { order: OrderView; now: Date }): ReactNode {
  const stands = atWindow(order, now)
  const when =
    stands === 'wait'
      ? `${dayText(order.day, businessDayOf(now))} ${clockText(new Date(windowOf(order).from))}`
      : TEXT.atWindow[stands]
  const isLate = stands === 'late'
  const say = isLate ? TEXT.lateNumber : TEXT.sayNumber
  const hint = isLate ? TEXT.lateHint : TEXT.withoutPhone
  const where = TEXT.place(order.canteenName, order.window)
  const dishes = order.lines.map((line) => ({ ...line, name: splitName(line.dishName).short }))
  const first = order.lines[0]
  const spoken = [
    say,
    order.pickupNumber.split('').join(' '),
    when,
    where,
    CANTEEN_TEXT.names(dishes.map(({ name }) => name)),
    hint,
  ]
  return (
    <>
      <View className={css.number}>
        <View className={css.say}>{say}</View>
        <View className={css.big}>{order.pickupNumber}</View>
        <View className={css.name}>{hint}</View>
      </View>
      <View className={css.lines}>
        <View className={css.line}>
          <Icon name="time-line" size="l" />
          {when}
        </View>
        <View className={css.line}>
          <Icon name="location-line" size="l" />
          {where}
        </View>
        <View className={css.line}>
          {first ? <Picture name={first.picture} size={34} /> : null}
          <View>{dishesText(dishes)}</View>
        </View>
      </View>
      {canReadAloud() ? (
        <Button size="xl" block icon="volume-fill" onTap={() => readAloud(spoken)}>
          {CANTEEN_TEXT.elder.read}
        </Button>
      ) : null}
      <Button kind="line" block onTap={() => openTab('/pages/home/index')}>
        {TEXT.home}
      </Button>
    </>
  )
}
