import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderView } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, minutesUntil } from '@wanli/kernel/shanghai-time'
import { useNow } from '@/shared/now'
import { PayStep } from '@/shared/pay/pay-step'
import { facts } from '@/shared/text/facts'
import { clockOn, dayAndMeal, spanText } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Facts } from '@/shared/ui/facts'
import { Money } from '@/shared/ui/money'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { DELIVERY_TEXT } from '../delivery-text'
import { windowOf } from '../model/countdown'
import { countdownText } from '../model/money'
import { CANTEEN_TEXT } from '../text'
import { usePayOrder } from '../use-pay-order'
import css from './unpaid-ticket.module.scss'

const TEXT = CANTEEN_TEXT.order

/** An order that waits for its money, from WeChat or at the window: how much, how long the meal is kept, and the way to pay. `start` asks WeChat at once. */
export function UnpaidTicket({ order, start }: { order: OrderView; start: boolean }): ReactNode {
  const now = useNow(1)
  const atCounter = order.payBy === 'counter'
  const pay = usePayOrder(order.id, start && !atCounter && order.actions.includes('pay'))
  const until = order.payUntil === null ? null : new Date(order.payUntil)
  const over = until !== null && until <= now
  const meal = dayAndMeal(order.day, order.meal, businessDayOf(now))
  return (
    <View className={css.ticket}>
      <View className={css.about}>
        <Facts text={facts(`${meal} ${spanText(windowOf(order))}`, order.eater.name)} />
      </View>
      <Money fen={order.payFen} size="xl" />
      {until && !over ? (
        <View className={css.clock}>
          <View className={css.time} {...aria({ role: 'img', label: TEXT.payBefore(minutesUntil(now, until)) })}>
            {countdownText(now, until)}
          </View>
          <View className={css.line}>{TEXT.payWhile}</View>
        </View>
      ) : null}
      {atCounter && !over ? (
        <View className={css.told}>
          <NoticeBar tone="info" icon="store-line">
            <View>{until ? DELIVERY_TEXT.counterFirst(clockOn(until, now)) : DELIVERY_TEXT.counterFirstSoon}</View>
            <View>{DELIVERY_TEXT.counterSay(order.pickupNumber)}</View>
            <View>{TEXT.place(order.canteenName, order.window)}</View>
          </NoticeBar>
        </View>
      ) : null}
      {over ? <View className={css.line}>{TEXT.payOver}</View> : null}
      {pay.words ? (
        <View className={css.told} {...aria({ role: 'status' })}>
          <NoticeBar tone={pay.waiting ? 'ok' : 'warm'} icon={pay.waiting ? 'wechat-line' : 'alert-line'}>
            {pay.words}
          </NoticeBar>
        </View>
      ) : null}
      {order.actions.includes('pay') && !over && !atCounter ? (
        <Button block icon="wechat-line" loading={pay.busy} onTap={pay.start}>
          {TEXT.payNow(yuan(order.payFen))}
        </Button>
      ) : null}
      <PayStep payment={pay.asking} onEnd={pay.end} />
    </View>
  )
}
