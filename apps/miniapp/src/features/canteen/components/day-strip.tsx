import { ScrollView, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { ServiceDay } from '@wanli/contracts/canteen'
import { dayText, daysBetween, weekdayText } from '@wanli/kernel/shanghai-time'
import { dayInFull } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { classList } from '@/shared/ui/class-list'
import { Pressable } from '@/shared/ui/pressable'
import { CANTEEN_TEXT } from '../text'
import css from './day-strip.module.scss'

const TEXT = CANTEEN_TEXT.menu

/** So many days are seen without pushing the row, in the care mode too. */
const SEEN_DAYS = 4
/** Farther than the row is long: its end. */
const FAR = 2_000

interface DayStripProps {
  days: readonly ServiceDay[]
  current: string
  today: string
  onChange: (day: string) => void
}

/** What a day is beside its weekday: `元旦`, `调休`, and `休` when nobody cooks. */
function marksOf({ kind, name, off }: ServiceDay): string[] {
  return [
    ...(kind === 'holiday' && name !== null ? [name] : []),
    ...(kind === 'makeup_workday' ? [TEXT.makeup] : []),
    ...(off === null ? [] : [TEXT.off]),
  ]
}

/** The days ahead with their holidays, in a row that can be pushed; it begins where the chosen day is seen. */
export function DayStrip({ days, current, today, onChange }: DayStripProps): ReactNode {
  // Only at first: what one has tapped stays where it is.
  // Where it begins anyway is not said: a place to scroll to makes a browser lay out the whole page at once.
  const [from] = useState(() => (days.findIndex(({ day }) => day === current) < SEEN_DAYS ? {} : { scrollLeft: FAR }))
  return (
    <ScrollView className={css.strip} scrollX {...from} enhanced showScrollbar={false}>
      <View className={css.row} {...aria({ role: 'radiogroup', label: TEXT.days })}>
        {days.map((one) => {
          const { day } = one
          const distance = daysBetween(today, day)
          const on = day === current
          const marks = marksOf(one)
          const spoken = one.off === null ? [] : [TEXT.offSpoken]
          return (
            <Pressable
              key={day}
              className={classList(css.day, on && css.on)}
              role="radio"
              facts={{ checked: on }}
              label={[dayInFull(day, today), ...marks, ...spoken].join('，')}
              onTap={() => onChange(day)}
            >
              <View>{distance >= 0 && distance <= 1 ? dayText(day, today) : weekdayText(day)}</View>
              <View className={css.number}>{Number(day.slice(8))}</View>
              {marks.length === 0 ? null : <View className={css.mark}>{marks.join(' ')}</View>}
            </Pressable>
          )
        })}
      </View>
    </ScrollView>
  )
}
