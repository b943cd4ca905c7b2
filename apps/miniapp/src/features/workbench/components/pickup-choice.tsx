import type { ReactNode } from 'react'
import type { PickupView } from '@wanli/contracts/canteen'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { dayAndMeal, spanText } from '@/shared/text/when'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { FacePicture } from '@/shared/ui/face'
import { WORKBENCH_TEXT } from '../text'

interface PickupChoiceProps {
  items: readonly PickupView[]
  onChoose: (pickup: PickupView) => void
}

/** One number, several meals: the clerk says which. */
export function PickupChoice({ items, onChoose }: PickupChoiceProps): ReactNode {
  const today = businessDayOf(new Date())
  return (
    <Card title={WORKBENCH_TEXT.pickup.choose} flush>
      {items.map((item) => (
        <Cell
          key={item.orderId}
          tile={<FacePicture face={item.eaterFace} />}
          title={`${dayAndMeal(item.day, item.meal, today)} ${spanText(item.slot ?? item.serving)}`}
          text={`${item.eaterName} · ${item.lines.map((line) => line.dishName).join('、')}`}
          onTap={() => onChoose(item)}
        />
      ))}
    </Card>
  )
}
