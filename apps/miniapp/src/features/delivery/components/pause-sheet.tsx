import type { UseMutationResult } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { PauseRequest, Weekday } from '@wanli/contracts/standing'
import { addDays, daysBetween, dayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import css from '@/shared/ui/form.module.scss'
import { Sheet } from '@/shared/ui/sheet'
import { Turner } from '@/shared/ui/turner'
import type { StandingAct } from '../api/standing'
import { firstAfter, lengthOf, withEnd, withLength, withStart } from '../model/pause'
import { TEXT } from '../text'
import own from './pause-sheet.module.scss'

const WORDS = TEXT.standing
/** How long people are mostly away, in days. */
const LENGTHS = [1, 3, 7, 14] as const
/** Farther than this nobody pages by days: who is away longer moves the pause, or ends the standing order. */
const DAYS_AHEAD = 60

interface PauseSheetProps {
  today: string
  /** Days of the week on which the standing order brings something. */
  weekdays: readonly Weekday[]
  /** The pause as it stands; null when there is none. */
  pause: PauseRequest | null
  act: UseMutationResult<unknown, Error, StandingAct>
  onPause: (body: PauseRequest) => void
  onClose: () => void
}

/** From which day to which nothing comes: when it begins, how long, and what comes of it in words. */
export function PauseSheet({ today, weekdays, pause, act, onPause, onClose }: PauseSheetProps): ReactNode {
  const [span, setSpan] = useState(pause ?? { from: addDays(today, 1), to: addDays(today, 1) })
  const last = addDays(today, DAYS_AHEAD)
  const inWords = (day: string): string => `${dayText(day, today)} ${weekdayText(day)}`
  const length = lengthOf(span)
  return (
    <Sheet
      open
      title={WORDS.pauseTitle}
      onClose={onClose}
      footer={
        <View className={css.foot}>
          {act.error ? <View className={css.wrong}>{asApiError(act.error).detail}</View> : null}
          <Button block loading={act.isPending} onTap={() => onPause(span)}>
            {WORDS.pauseGo(length)}
          </Button>
        </View>
      }
    >
      <View className={css.form}>
        <View className={css.group}>
          <View className={css.label}>{WORDS.pauseLength}</View>
          <View className={css.chips} {...aria({ role: 'radiogroup', label: WORDS.pauseLength })}>
            {LENGTHS.map((days) => (
              <Chip key={days} on={days === length} onTap={() => setSpan(withLength(span, days))}>
                {WORDS.pauseDays(days)}
              </Chip>
            ))}
          </View>
        </View>
        <View className={own.days}>
          <DayRow
            label={WORDS.pauseFrom}
            day={span.from}
            first={today}
            last={last}
            words={inWords(span.from)}
            onChange={(day) => setSpan(withStart(span, day))}
          />
          <DayRow
            label={WORDS.pauseTo}
            day={span.to}
            first={span.from}
            last={addDays(last, length)}
            words={inWords(span.to)}
            onChange={(day) => setSpan(withEnd(span, day))}
          />
        </View>
        <View className={css.help} {...aria({ live: 'polite' })}>
          {WORDS.pauseText(inWords(firstAfter(span, weekdays)))}
        </View>
      </View>
    </Sheet>
  )
}

interface DayRowProps {
  label: string
  day: string
  first: string
  last: string
  words: string
  onChange: (day: string) => void
}

/** One end of the pause, moved by days. */
function DayRow({ label, day, first, last, words, onChange }: DayRowProps): ReactNode {
  return (
    <View className={own.row}>
      <View className={css.label}>{label}</View>
      <View className={own.turner}>
        <Turner
          earlier={WORDS.pauseEarlier(label)}
          later={WORDS.pauseLater(label)}
          isFirst={daysBetween(first, day) <= 0}
          isLast={daysBetween(day, last) <= 0}
          onEarlier={() => onChange(addDays(day, -1))}
          onLater={() => onChange(addDays(day, 1))}
        >
          <View className={own.day}>{words}</View>
        </Turner>
      </View>
    </View>
  )
}
