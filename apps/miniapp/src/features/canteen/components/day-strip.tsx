import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayText, daysBetween, weekdayText } from '@wanli/kernel/shanghai-time'
import { dayInFull } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { classList } from '@/shared/ui/class-list'
import { Pressable } from '@/shared/ui/pressable'
import { CANTEEN_TEXT } from '../text'
import css from './day-strip.module.scss'

interface DayStripProps {
  days: readonly string[]
  current: string
  today: string
  onChange: (day: string) => void
}

/** The days on which the canteen cooks, in a row that can be pushed. */
export function DayStrip({ days, current, today, onChange }: DayStripProps): ReactNode {
  return (
    <ScrollView className={css.strip} scrollX enhanced showScrollbar={false}>
      <View className={css.row} {...aria({ role: 'radiogroup', label: CANTEEN_TEXT.menu.meals })}>
        {days.map((day) => {
          const distance = daysBetween(today, day)
          const on = day === current
          return (
            <Pressable
              key={day}
              className={classList(css.day, on && css.on)}
              role="radio"
              facts={{ checked: on }}
              label={dayInFull(day, today)}
              onTap={() => onChange(day)}
            >
              <View>{distance >= 0 && distance <= 1 ? dayText(day, today) : weekdayText(day)}</View>
              <View className={css.number}>{Number(day.slice(8))}</View>
            </Pressable>
          )
        })}
      </View>
    </ScrollView>
  )
}
