import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderListItem, OrderStatus } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { go } from '@/shared/navigation'
import { facts } from '@/shared/text/facts'
import { dayAndMeal, spanText } from '@/shared/text/when'
import { atWindow, waitsAtWindow } from '@/shared/text/order-words'
import { Facts } from '@/shared/ui/facts'
import { DishPicture } from '@/shared/ui/plate'
import { Pressable } from '@/shared/ui/pressable'
import { Tag } from '@/shared/ui/tag'
import { NUMBER_TEXT } from '../delivery-text'
import { windowOf } from '../model/countdown'
import { CANTEEN_TEXT, STATUS_TEXT } from '../text'
import css from './order-row.module.scss'

const TONE = {
  placed: 'warm',
  paid: 'ok',
  frozen: 'ok',
  cooking: 'ok',
  ready: 'ok',
  handed_over: 'plain',
  out_for_delivery: 'ok',
  delivered: 'plain',
  offered: 'warm',
  taken_over: 'plain',
  not_collected: 'plain',
  undelivered: 'warm',
  welfare_check: 'warm',
  closed: 'plain',
  expired: 'plain',
  cancelled_by_eater: 'plain',
  cancelled_by_canteen: 'warm',
} as const satisfies Record<OrderStatus, string>

/** Meals that are had, or are on their way: their picture keeps its colours. */
const HAD: readonly OrderStatus[] = ['handed_over', 'out_for_delivery', 'delivered']

/** A meal that is brought home is not fetched; one whose time is over is not waited for at the window. */
function statusWord(order: OrderListItem, now: Date): string {
  const { mode, status } = order
  if (mode !== 'delivery' && waitsAtWindow(status) && atWindow(order, now) === 'late') return CANTEEN_TEXT.orders.late
  return mode === 'delivery' && (status === 'paid' || status === 'frozen')
    ? CANTEEN_TEXT.orders.toBeBrought
    : STATUS_TEXT[status]
}

/** `红烧狮子头、番茄炒蛋等 3 样` */
function dishWords(dishes: OrderListItem['dishes']): string {
  const shown = CANTEEN_TEXT.names(dishes.slice(0, 2).map((dish) => dish.name))
  return dishes.length > 2 ? CANTEEN_TEXT.orders.andMore(shown, dishes.length) : shown
}

/** An order in a list: what, when, for whom, and how it stands. */
export function OrderRow({ order, now }: { order: OrderListItem; now: Date }): ReactNode {
  const waiting = waitsAtWindow(order.status)
  const open = waiting || order.status === 'placed'
  return (
    <Pressable className={css.row} onTap={() => go('/features/canteen/pages/order/index', { id: order.id })}>
      <DishPicture
        picture={order.dishes[0]?.picture ?? 'steaming-bowl'}
        size="s"
        dim={!open && !HAD.includes(order.status)}
      />
      <View className={css.words}>
        <View className={css.head}>
          <View className={css.title}>
            {dayAndMeal(order.day, order.meal, businessDayOf(now))}
            {open ? ` ${spanText(windowOf(order))}` : ''}
          </View>
          <Tag tone={TONE[order.status]}>{statusWord(order, now)}</Tag>
        </View>
        <View className={css.text}>{dishWords(order.dishes)}</View>
        <View className={css.foot}>
          <View>
            <Facts text={facts(order.eater.name, `¥${yuan(order.payFen)}`)} />
          </View>
          {waiting ? (
            <View className={css.code}>
              {NUMBER_TEXT[order.mode]}
              <View className={css.number}>{order.pickupNumber}</View>
            </View>
          ) : null}
        </View>
      </View>
    </Pressable>
  )
}
