import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderView } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'
import { yuan } from '@wanli/kernel/money'
import { useSession } from '@/shared/http/session'
import { Card } from '@/shared/ui/card'
import { DishPicture } from '@/shared/ui/plate'
import { Tag } from '@/shared/ui/tag'
import { wasPaid } from '../model/refund'
import { MONEY_TEXT } from '../money-text'
import { CANTEEN_TEXT } from '../text'
import css from './order-card.module.scss'
import { PriceSteps } from './price-steps'

const TEXT = CANTEEN_TEXT.order

/** What was ordered, at list price, and how the price came about. */
export function OrderDetails({ order }: { order: OrderView }): ReactNode {
  // Where all of it went back, the ticket says why; one dish that went back says so itself.
  const whole = order.lines.every((line) => line.refundedAt !== null)
  const paid = wasPaid(order)
  const { person } = useSession()
  const called = ({ id, name }: PersonBrief): string => (id === person?.id ? MONEY_TEXT.me : name)
  return (
    <Card
      title={TEXT.what}
      extra={<View className={css.count}>{CANTEEN_TEXT.checkout.kinds(order.lines.length)}</View>}
    >
      {order.lines.map((line) => (
        <View key={line.id} className={css.line}>
          <DishPicture picture={line.picture} size="s" />
          <View className={css.name}>
            {line.dishName}
            {line.portion === 'half' ? `（${CANTEEN_TEXT.menu.half}）` : ''}
            {line.refundedAt === null || whole ? null : <Tag tone="warm">{TEXT.lineRefunded}</Tag>}
          </View>
          <View className={css.times}>{CANTEEN_TEXT.checkout.times(line.quantity)}</View>
          <View className={css.amount}>¥{yuan(line.listFen)}</View>
        </View>
      ))}
      <PriceSteps steps={order.explanation} paid={paid} />
      {order.leaveOut.length > 0 ? <View className={css.note}>{TEXT.leaveOut(order.leaveOut)}</View> : null}
      {order.note ? (
        <View className={css.note}>
          <View className={css.times}>{TEXT.note}</View>
          <View>{order.note}</View>
        </View>
      ) : null}
      {order.placedBy.id === order.eater.id ? null : (
        <View className={css.note}>{TEXT.orderedBy(called(order.placedBy))}</View>
      )}
      {paid && order.paidBy.id !== order.eater.id ? (
        <View className={css.note}>{TEXT.paidBy(called(order.paidBy))}</View>
      ) : null}
    </Card>
  )
}
