import { View } from '@tarojs/components'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { OfferedMealView } from '@wanli/contracts/meals'
import { businessDayOf, clockText } from '@wanli/kernel/shanghai-time'
import { yuan } from '@wanli/kernel/money'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { isLostAnswer } from '@/shared/http/lost-answer'
import { queryClient } from '@/shared/http/query-client'
import { serverNow } from '@/shared/http/server-clock'
import { go } from '@/shared/navigation'
import { dishesText } from '@/shared/text/dish-words'
import { facts } from '@/shared/text/facts'
import { unbroken } from '@/shared/text/unbroken'
import { dayAndMeal, spanText } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Dialog } from '@/shared/ui/dialog'
import { Facts } from '@/shared/ui/facts'
import { Money } from '@/shared/ui/money'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { DishPicture } from '@/shared/ui/plate'
import { takeOver } from '../api/take-over'
import { refusalOf, type Refusal } from '../model/refusal'
import { MONEY_TEXT } from '../money-text'
import { CANTEEN_TEXT, MODE_TEXT } from '../text'
import css from './offered-meal.module.scss'

const TEXT = CANTEEN_TEXT.offeredMeals

/** Taking a meal over: asked first, paid once, and told why when it could not be had. */
function useTakeOver(meal: OfferedMealView): {
  asks: boolean
  busy: boolean
  refusal: Refusal | null
  ask: () => void
  leave: () => void
  take: () => void
} {
  const { key, renew } = useIdempotencyKey()
  const [asks, setAsks] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const taking = useMutation({
    mutationFn: () => takeOver(meal.orderId, meal.myFen, key),
    onSuccess: (order) => {
      renew()
      go('/features/canteen/pages/order/index', { id: order.id, placed: '1' })
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      setRefusal(refusalOf(error))
      // The meal may be theirs: the next tap must send the very same thing.
      if (error.code === 'network') return
      renew()
      if (isLostAnswer(error)) void queryClient.invalidateQueries({ queryKey: ['canteen', 'orders'] })
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'sitting', 'offered'] })
    },
    onSettled: () => setAsks(false),
  })
  const ask = (): void => {
    setRefusal(null)
    setAsks(true)
  }
  const take = (): void => {
    if (!taking.isPending) taking.mutate()
  }
  return { asks, busy: taking.isPending, refusal, ask, leave: () => setAsks(false), take }
}

/** A meal that somebody gave up: what it is, when and where, what I would pay, and one button, which asks before it pays. */
export function OfferedMeal({ meal }: { meal: OfferedMealView }): ReactNode {
  const { asks, busy, refusal, ask, leave, take } = useTakeOver(meal)
  const isMaybeMine = refusal?.action === 'orders'
  return (
    <Card>
      <View className={css.head}>
        <DishPicture picture={meal.dishes[0]?.picture ?? 'steaming-bowl'} size="s" />
        <View className={css.words}>
          <View className={css.title}>{dishesText(meal.dishes)}</View>
          <View className={css.text}>
            <Facts
              text={facts(MODE_TEXT[meal.mode].name, meal.slot ? spanText(meal.slot) : '', unbroken(meal.window))}
            />
          </View>
          {meal.firstUntil ? (
            <View className={css.text}>{TEXT.firstUntil(clockText(new Date(meal.firstUntil)))}</View>
          ) : null}
        </View>
      </View>
      {refusal ? (
        <View {...aria({ role: 'alert' })}>
          <NoticeBar
            tone="warm"
            icon="alert-line"
            act={isMaybeMine ? CANTEEN_TEXT.refused.maybePlacedAction : undefined}
            onTap={isMaybeMine ? () => go('/features/canteen/pages/orders/index') : undefined}
          >
            {refusal.text}
          </NoticeBar>
        </View>
      ) : null}
      <View className={css.foot}>
        <Money fen={meal.myFen} size="l" />
        {meal.mine ? <View className={css.text}>{TEXT.mine}</View> : <Button onTap={ask}>{TEXT.take}</Button>}
      </View>
      <Dialog
        open={asks}
        title={MONEY_TEXT.takeTitle}
        text={<TakeFacts meal={meal} />}
        confirm={{ label: MONEY_TEXT.takeYes(yuan(meal.myFen)), loading: busy, onTap: take }}
        cancel={{ label: MONEY_TEXT.takeNo, onTap: leave }}
      />
    </Card>
  )
}

/** What one gets, when and where, who pays, and that it stays so. */
function TakeFacts({ meal }: { meal: OfferedMealView }): ReactNode {
  const sitting = dayAndMeal(meal.day, meal.meal, businessDayOf(serverNow()))
  const when = meal.slot ? `${sitting} ${spanText(meal.slot)}` : sitting
  return (
    <>
      <View>{dishesText(meal.dishes)}</View>
      <View>{MONEY_TEXT.takeWhen(when)}</View>
      <View>
        <Facts text={facts(MODE_TEXT[meal.mode].name, meal.window)} />
      </View>
      <View>{MONEY_TEXT.takePay(yuan(meal.myFen))}</View>
      <View>{MONEY_TEXT.takeNoWay}</View>
    </>
  )
}
