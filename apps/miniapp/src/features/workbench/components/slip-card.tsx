import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, type ReactNode } from 'react'
import type { SlipView } from '@wanli/contracts/counter'
import { yuan } from '@wanli/kernel/money'
import { monthDayText } from '@wanli/kernel/shanghai-time'
import { CAN_PRINT, printPage } from '@/shared/print'
import { MEAL_TEXT, spanText } from '@/shared/text/when'
import { Button } from '@/shared/ui/button'
import { Heading } from '@/shared/ui/heading'
import { QrCode } from '@/shared/ui/qr-code'
import { COUNTER_TEXT as TEXT } from '../counter-text'
import css from './slip-card.module.scss'

/** 取餐小票: number and QR for somebody without a phone. Printed, it is all there is on the paper. */
export function SlipCard({ slip, onNext }: { slip: SlipView; onNext: () => void }): ReactNode {
  // On a phone one has sold from far down the list of dishes: the number comes first.
  useEffect(() => {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [slip])
  // Not 今天: paper is read later too.
  const when = `${monthDayText(slip.day)} ${MEAL_TEXT[slip.meal]} ${spanText(slip.slot ?? slip.serving)}`
  return (
    <View className={css.card}>
      <View className={css.slip}>
        <Heading level={2} className={css.title}>
          {TEXT.slipTitle}
        </Heading>
        <View className={css.place}>{TEXT.slipTo(slip.canteenName, slip.window)}</View>
        <View className={css.when}>{when}</View>
        <View className={css.number}>{slip.pickupNumber}</View>
        {slip.pickupCode === '' ? null : <QrCode text={slip.pickupCode} size={168} label={TEXT.code} />}
        <View className={css.dishes}>
          {slip.dishes.map((dish) => (
            <View key={`${dish.name} ${String(dish.half)}`} className={css.dish}>
              <View>{dish.half ? `${dish.name} ${TEXT.half}` : dish.name}</View>
              <View>{TEXT.times(dish.quantity)}</View>
            </View>
          ))}
          {slip.leaveOut.length > 0 ? <View className={css.out}>{TEXT.leaveOut(slip.leaveOut)}</View> : null}
        </View>
        <View className={css.paid}>
          {slip.paid ? TEXT.slipPaid(yuan(slip.payFen)) : TEXT.slipUnpaid(yuan(slip.payFen))}
        </View>
        <View className={css.help}>{TEXT.slipHelp}</View>
      </View>
      <View className={css.buttons}>
        <Button size="l" block onTap={onNext}>
          {TEXT.slipNext}
        </Button>
        {CAN_PRINT ? (
          <Button size="l" kind="line" block icon="print-line" onTap={printPage}>
            {TEXT.print}
          </Button>
        ) : null}
      </View>
    </View>
  )
}
