import { View } from '@tarojs/components'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { OfferedMealView } from '@wanli/contracts/meals'
import { clockText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { go } from '@/shared/navigation'
import { spanText } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Money } from '@/shared/ui/money'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { DishPicture } from '@/shared/ui/plate'
import { takeOver } from '../api/take-over'
import { CANTEEN_TEXT, MODE_TEXT } from '../text'
import css from './offered-meal.module.scss'

const TEXT = CANTEEN_TEXT.offeredMeals

/** A meal that somebody gave up: what it is, when and where, what I would pay, and one button. */
export function OfferedMeal({ meal }: { meal: OfferedMealView }): ReactNode {
  const { key, renew } = useIdempotencyKey()
  const [refused, setRefused] = useState<string | null>(null)
  const taking = useMutation({
    mutationFn: () => takeOver(meal.orderId, meal.myFen, key),
    onSuccess: (order) => {
      renew()
      go('/features/canteen/pages/order/index', { id: order.id, placed: '1' })
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      setRefused(error.detail)
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'sitting', 'offered'] })
    },
  })
  return (
    <Card>
      <View className={css.head}>
        <DishPicture picture={meal.dishes[0]?.picture ?? 'steaming-bowl'} size="s" />
        <View className={css.words}>
          <View className={css.title}>{CANTEEN_TEXT.names(meal.dishes.map((dish) => dish.name))}</View>
          <View className={css.text}>
            {[MODE_TEXT[meal.mode].name, meal.slot ? spanText(meal.slot) : '', meal.window].filter(Boolean).join(' · ')}
          </View>
          {meal.firstUntil ? (
            <View className={css.text}>{TEXT.firstUntil(clockText(new Date(meal.firstUntil)))}</View>
          ) : null}
        </View>
      </View>
      {refused ? (
        <View {...aria({ role: 'alert' })}>
          <NoticeBar tone="warm" icon="alert-line">
            {refused}
          </NoticeBar>
        </View>
      ) : null}
      <View className={css.foot}>
        <Money fen={meal.myFen} size="l" />
        {meal.mine ? (
          <View className={css.text}>{TEXT.mine}</View>
        ) : (
          <Button loading={taking.isPending} onTap={() => taking.mutate()}>
            {TEXT.take}
          </Button>
        )}
      </View>
    </Card>
  )
}
