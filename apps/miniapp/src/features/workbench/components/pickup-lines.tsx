import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PickupView } from '@wanli/contracts/pickups'
import { DishPicture } from '@/shared/ui/plate'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { WORKBENCH_TEXT } from '../text'
import css from './pickup-lines.module.scss'

const TEXT = WORKBENCH_TEXT.pickup

/** The dishes to hand over, large enough to check them off by eye, what is left out of them, and what the kitchen was asked. */
export function PickupLines({ pickup }: { pickup: PickupView }): ReactNode {
  return (
    <View className={css.lines}>
      {pickup.lines.map((line) => (
        <View key={`${line.dishName}-${line.portion}`} className={css.line}>
          <DishPicture picture={line.picture} size="s" />
          <View className={css.name}>
            {line.dishName}
            {line.portion === 'half' ? `（${TEXT.half}）` : ''}
          </View>
          <View className={css.count}>{line.quantity}</View>
        </View>
      ))}
      {pickup.leaveOut.length > 0 ? (
        <NoticeBar tone="bad" icon="alert-line">
          {TEXT.leaveOut(pickup.leaveOut.join('、'))}
        </NoticeBar>
      ) : null}
      {pickup.mode === 'delivery' ? (
        <NoticeBar tone="warm" icon="scooter-line">
          {TEXT.delivery}
        </NoticeBar>
      ) : null}
      {pickup.note ? (
        <NoticeBar tone="warm" icon="chat-1-line">
          {pickup.note}
        </NoticeBar>
      ) : null}
    </View>
  )
}
