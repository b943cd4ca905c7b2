import type { UseMutationResult } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { PauseRequest } from '@wanli/contracts/standing'
import { addDays, dayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import type { StandingAct } from '../api/standing'
import { TEXT } from '../text'

const WORDS = TEXT.standing
/** Two weeks ahead are enough to choose from; who is away longer pauses again or ends it. */
const DAYS = 14

interface PauseSheetProps {
  today: string
  act: UseMutationResult<unknown, Error, StandingAct>
  onPause: (body: PauseRequest) => void
  onClose: () => void
}

/** From which day to which nothing comes. */
export function PauseSheet({ today, act, onPause, onClose }: PauseSheetProps): ReactNode {
  const [from, setFrom] = useState(addDays(today, 1))
  const [to, setTo] = useState(addDays(today, 1))
  const begin = (day: string): void => {
    setFrom(day)
    if (to < day) setTo(day)
  }
  return (
    <Sheet
      open
      title={WORDS.pauseTitle}
      onClose={onClose}
      footer={
        <Button block loading={act.isPending} onTap={() => onPause({ from, to })}>
          {WORDS.pauseGo}
        </Button>
      }
    >
      <View className={css.form}>
        <Days label={WORDS.pauseFrom} today={today} first={today} chosen={from} onChange={begin} />
        <Days label={WORDS.pauseTo} today={today} first={from} chosen={to} onChange={setTo} />
        <View className={css.help}>{WORDS.pauseText}</View>
        {act.error ? <View className={css.wrong}>{asApiError(act.error).detail}</View> : null}
      </View>
    </Sheet>
  )
}

interface DaysProps {
  label: string
  today: string
  first: string
  chosen: string
  onChange: (day: string) => void
}

function Days({ label, today, first, chosen, onChange }: DaysProps): ReactNode {
  const days = [...Array(DAYS).keys()].map((n) => addDays(today, n)).filter((day) => day >= first)
  return (
    <View className={css.form}>
      <View className={css.label}>{label}</View>
      <View className={css.chips} {...aria({ role: 'radiogroup', label })}>
        {days.map((day) => (
          <Chip key={day} on={day === chosen} onTap={() => onChange(day)}>
            {`${dayText(day, today)} ${weekdayText(day)}`}
          </Chip>
        ))}
      </View>
    </View>
  )
}
