import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PickupView } from '@wanli/contracts/pickups'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { facts } from '@/shared/text/facts'
import { dayAndMeal, spanText } from '@/shared/text/when'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { FacePicture } from '@/shared/ui/face'
import { WORKBENCH_TEXT } from '../text'
import css from './pickup-choice.module.scss'

interface PickupChoiceProps {
  items: readonly PickupView[]
  onChoose: (pickup: PickupView) => void
  /** It is none of them. */
  onNone: () => void
}

/** One number, several meals: the clerk says which. */
export function PickupChoice({ items, onChoose, onNone }: PickupChoiceProps): ReactNode {
  const today = businessDayOf(serverNow())
  return (
    <View className={css.choice}>
      <Card title={WORKBENCH_TEXT.pickup.choose} flush>
        {items.map((item) => (
          <Cell
            key={item.orderId}
            tile={<FacePicture face={item.eaterFace} />}
            title={`${dayAndMeal(item.day, item.meal, today)} ${spanText(item.slot ?? item.serving)}`}
            text={facts(item.eaterName, item.lines.map((line) => line.dishName).join('、'))}
            onTap={() => onChoose(item)}
          />
        ))}
        <Button kind="text" block onTap={onNone}>
          {WORKBENCH_TEXT.pickup.noneOfThem}
        </Button>
      </Card>
    </View>
  )
}
