import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { StandingDayView, StandingView } from '@wanli/contracts/standing'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, clockText, dayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { openOrdersQuery } from '@/shared/api/get-open-orders'
import { serverNow } from '@/shared/http/server-clock'
import { go } from '@/shared/navigation'
import { dishesText } from '@/shared/text/dish-words'
import { facts } from '@/shared/text/facts'
import { unbroken } from '@/shared/text/unbroken'
import { classList } from '@/shared/ui/class-list'
import { Facts } from '@/shared/ui/facts'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import css from '@/shared/ui/form.module.scss'
import { Tag } from '@/shared/ui/tag'
import { wishesText } from '../model/wishes'
import { DAY_STATUS, TEXT } from '../text'
import own from './standing-card.module.scss'
import { StandingDayActs } from './standing-day-acts'

const WORDS = TEXT.standing
const TONES = {
  planned: 'plain',
  ordered: 'ok',
  cancelled: 'line',
  by_hand: 'line',
  skipped: 'line',
  paused: 'line',
  failed: 'warm',
} as const satisfies Record<StandingDayView['status'], string>

interface StandingDayProps {
  standing: StandingView
  day: StandingDayView
  today: string
  /** Whose wallet pays; null when that is not known. */
  purse: string | null
}

/** What the meal of a day costs, once it is ordered and still to come. */
function usePriceOf({ orderId }: StandingDayView): string | null {
  const { data } = useQuery({ ...openOrdersQuery, enabled: orderId !== null })
  const order = data?.find(({ id }) => id === orderId)
  return order ? yuan(order.payFen) : null
}

/** One coming day of a standing order: what becomes of it, what it costs, and what may still be changed. */
export function StandingDay(props: StandingDayProps): ReactNode {
  const { standing, day, today } = props
  const price = usePriceOf(day)
  const name = `${dayText(day.day, today)} ${weekdayText(day.day)}`
  const isOff = day.status === 'skipped' || day.status === 'cancelled'
  // Why nothing comes any more stands once, above all days.
  const isSaidAbove = standing.lapsed && day.orderId === null
  const what = day.dishes.length > 0 ? dishesText(day.dishes) : wishesText(day.wishes)
  return (
    <View className={own.day}>
      <DayHead orderId={day.orderId}>
        <View className={own.title}>{name}</View>
        <Tag tone={TONES[day.status]}>{DAY_STATUS[day.status]}</Tag>
        {price === null ? null : <View className={css.help}>{TEXT.money.ordered(price)}</View>}
      </DayHead>
      {day.reason === null || isSaidAbove ? null : <View className={css.wrong}>{day.reason}</View>}
      {isOff || day.status === 'paused' ? null : (
        <View className={css.help}>
          <Facts text={facts(what, day.status === 'planned' ? unbroken(nextWords(day)) : '')} />
        </View>
      )}
      {day.canChange ? <StandingDayActs {...props} name={name} price={price} isOff={isOff} /> : null}
      {!day.canChange && day.status === 'ordered' ? <View className={css.help}>{WORDS.frozen}</View> : null}
    </View>
  )
}

/** When a day that is planned will be ordered: it has a menu by then, or had one as long as the kitchen has not counted. */
function nextWords({ orderFrom }: StandingDayView): string {
  const now = serverNow()
  if (orderFrom === null) return WORDS.awaitsMenu
  const from = new Date(orderFrom)
  return from <= now
    ? WORDS.orderingNow
    : WORDS.orderedFrom(`${dayText(businessDayOf(from), businessDayOf(now))} ${clockText(from)}`)
}

/** The day and how it stands; what is ordered opens its order. */
function DayHead({ orderId, children }: { orderId: string | null; children: ReactNode }): ReactNode {
  if (orderId === null) return <View className={own.dayHead}>{children}</View>
  return (
    <Pressable
      className={classList(own.dayHead, own.opens)}
      role="link"
      onTap={() => go('/features/canteen/pages/order/index', { id: orderId })}
    >
      {children}
      <Icon name="right-line" size="s" className={own.arrow} />
    </Pressable>
  )
}
