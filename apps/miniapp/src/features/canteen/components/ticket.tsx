import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderView } from '@wanli/contracts/canteen'
import { businessDayOf, dayText } from '@wanli/kernel/shanghai-time'
import { yuan } from '@wanli/kernel/money'
import { facts } from '@/shared/text/facts'
import { spanText } from '@/shared/text/when'
import { Facts } from '@/shared/ui/facts'
import { QrCode } from '@/shared/ui/qr-code'
import { Tag } from '@/shared/ui/tag'
import { NUMBER_TEXT } from '../delivery-text'
import { windowOf } from '../model/countdown'
import { CANTEEN_TEXT, MODE_TEXT } from '../text'
import { FetchTimeChip } from './fetch-time-chip'
import css from './ticket.module.scss'

const TEXT = CANTEEN_TEXT.order
const QR_SIDE = 188

/** `11:40–11:50`, with the day in front when it is not today. */
export function whenWords(order: OrderView, now: Date): string {
  const today = businessDayOf(now)
  const span = spanText(windowOf(order))
  return order.day === today ? span : `${dayText(order.day, today)} ${span}`
}

/** The pick-up ticket: the number at arm's length, when and where, how long still, and the code for the window. */
export function Ticket({ order, now }: { order: OrderView; now: Date }): ReactNode {
  return (
    <View className={css.ticket}>
      <View className={css.top}>
        <View className={css.head}>
          <View className={css.who}>
            <Facts text={facts(order.eater.name, MODE_TEXT[order.mode].name)} />
          </View>
          <Tag tone="ok">{TEXT.paid(yuan(order.payFen))}</Tag>
        </View>
        <View className={css.label}>{NUMBER_TEXT[order.mode]}</View>
        <View className={css.number}>{order.pickupNumber}</View>
        <View className={css.when}>{TEXT.comeAt(whenWords(order, now))}</View>
        <View className={css.where}>{TEXT.place(order.canteenName, order.window)}</View>
        <FetchTimeChip order={order} now={now} />
      </View>
      {order.pickupCode ? (
        <>
          <View className={css.cut} />
          <View className={css.code}>
            <QrCode text={order.pickupCode} size={QR_SIDE} label={TEXT.qr} />
            <View className={css.hint}>{TEXT.qrText}</View>
          </View>
        </>
      ) : null}
    </View>
  )
}
