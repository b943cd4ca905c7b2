import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PickupView } from '@wanli/contracts/pickups'
import { DishPicture } from '@/shared/ui/plate'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { WORKBENCH_TEXT } from '../text'
import css from './pickup-lines.module.scss'

const TEXT = WORKBENCH_TEXT.pickup

/** The dishes to hand over, large enough to check them off by eye, and what the kitchen was asked. */
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
      {pickup.note ? (
        <NoticeBar tone="warm" icon="chat-1-line">
          {pickup.note}
        </NoticeBar>
      ) : null}
    </View>
  )
}
