import type { ReactNode } from 'react'
import type { BusinessDay } from '@wanli/contracts/time'
import { businessDayOf, dayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { COUNTER_TEXT } from '../counter-text'

const TEXT = COUNTER_TEXT.day

interface ForgottenDaysProps {
  days: readonly BusinessDay[]
  /** The day that is on the screen. */
  shown: BusinessDay
  /** Turns to another day, or back to today. */
  onDay: (day?: BusinessDay) => void
}

/** Days that nobody closed, each to be closed now, and the way back to today; nothing when there is neither. */
export function ForgottenDays({ days, shown, onDay }: ForgottenDaysProps): ReactNode {
  const today = businessDayOf(serverNow())
  if (days.length === 0 && shown === today) return null
  return (
    <Card title={TEXT.forgotten} flush>
      {days.map((day) => (
        <Cell
          key={day}
          title={`${dayText(day, today)} ${weekdayText(day)}`}
          text={day === shown ? undefined : TEXT.forgottenText}
          value={day === shown ? TEXT.forgottenNow : TEXT.forgottenGo}
          onTap={day === shown ? undefined : () => onDay(day)}
        />
      ))}
      {shown === today ? null : <Cell title={TEXT.backToToday} onTap={() => onDay()} />}
    </Card>
  )
}
