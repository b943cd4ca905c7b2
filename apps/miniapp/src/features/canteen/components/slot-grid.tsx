import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SlotView } from '@wanli/contracts/canteen'
import { clockText } from '@wanli/kernel/shanghai-time'
import { spanText } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { classList } from '@/shared/ui/class-list'
import { Option } from '@/shared/ui/option'
import { isSlotFree, isSlotPast } from '../model/slots'
import { CANTEEN_TEXT } from '../text'
import css from './slot-grid.module.scss'

const TEXT = CANTEEN_TEXT.checkout

interface SlotGridProps {
  slots: readonly SlotView[]
  chosenId: string | null
  now: Date
  onChange: (slotId: string) => void
}

/** Pick-up times with the places that are left. Times that are over are not shown; full ones are, so that one knows. */
export function SlotGrid({ slots, chosenId, now, onChange }: SlotGridProps): ReactNode {
  const ahead = slots.filter((slot) => !isSlotPast(slot, now))
  if (ahead.length === 0) return <View className={css.none}>{TEXT.slotsOver}</View>
  return (
    <View className={css.grid} {...aria({ role: 'radiogroup', label: TEXT.when })}>
      {ahead.map((slot) => {
        const free = isSlotFree(slot, now)
        const on = slot.id === chosenId
        const places = free ? TEXT.slotLeft(slot.left) : TEXT.slotFull
        return (
          <Option
            key={slot.id}
            snug
            on={on}
            disabled={!free}
            label={`${spanText(slot)}，${places}`}
            onTap={() => onChange(slot.id)}
          >
            <View className={classList(css.slot, on && css.on, !free && css.full)}>
              <View className={css.time}>{clockText(new Date(slot.from))}</View>
              <View className={css.places}>{places}</View>
            </View>
          </Option>
        )
      })}
    </View>
  )
}
