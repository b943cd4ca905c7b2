import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CalendarMeal, CloseMealRequest } from '@wanli/contracts/menus'
import { monthDayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Sheet } from '@/shared/ui/sheet'
import { toast } from '@/shared/ui/toast'
import { useTapRest } from '@/shared/use-tap-rest'
import { closeMeal } from '../api/menus'
import { MEANWHILE_TEXT, MENUS_TEXT } from '../menus-text'
import { FormFoot } from './form-foot'

const TEXT = MENUS_TEXT.calendar

interface CloseMealSheetProps {
  day: string
  meal: CalendarMeal
  onClose: () => void
}

function noticeText({ state, reason, standing }: CalendarMeal): string {
  if (state === 'closed') return TEXT.closedMeanwhile(reason ?? '')
  return standing > 0 ? TEXT.concerned(standing) : TEXT.nobody
}

/**
 * A meal is not served: why, and how many orders go back with it, as many as there are now. Said in words before it is done; of an order
 * that came between the look and the tap the server says so.
 */
export function CloseMealSheet({ day, meal, onClose }: CloseMealSheetProps): ReactNode {
  const { standing } = meal
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  const [refused, setRefused] = useState('')
  // A colleague was first: there is nothing left to close, and the day behind the sheet says so, if the answer has not.
  const [toldClosed, setToldClosed] = useState(false)
  const { key, renew } = useIdempotencyKey()
  const close = useMutation({
    mutationFn: (body: CloseMealRequest) => closeMeal(body, key),
    onSuccess: ({ cancelled }) => {
      renew()
      toast(TEXT.done(cancelled))
      onClose()
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      setRefused(error.detail)
      setToldClosed(error.code === 'menus.meal_closed')
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
    },
  })
  const isClosed = toldClosed || (meal.state === 'closed' && !close.isPending)
  // What was perhaps heard is sent again as it was, under its key.
  const unheard = close.isError && asApiError(close.error).code === 'network' ? close.variables : undefined
  // Another order has come, or a colleague has closed it: a tap that was on its way is not for that.
  useTapRest(`${standing} ${meal.state}`)
  const send = (): void => {
    if (reason.trim().length < 2) setWrong(TEXT.reasonWrong)
    else if (!close.isPending) close.mutate(unheard ?? { day, meal: meal.meal, reason: reason.trim(), standing })
  }
  const write = (text: string): void => {
    setReason(text)
    setWrong('')
  }
  return (
    <Sheet
      open
      title={TEXT.closeTitle(monthDayText(day), MEAL_TEXT[meal.meal])}
      onClose={onClose}
      footer={
        <FormFoot
          wrong={refused}
          label={isClosed ? MEANWHILE_TEXT.look : TEXT.closeYes(standing)}
          danger={!isClosed}
          busy={close.isPending}
          onTap={isClosed ? onClose : send}
        />
      }
    >
      <View className={css.form}>
        <NoticeBar tone={standing > 0 ? 'bad' : 'info'} icon="information-line">
          {noticeText(meal)}
        </NoticeBar>
        <Reason reason={reason} wrong={wrong} onWrite={write} />
      </View>
    </Sheet>
  )
}

interface ReasonProps {
  reason: string
  wrong: string
  onWrite: (text: string) => void
}

/** Why, in words of one's own or the usual ones. */
function Reason({ reason, wrong, onWrite }: ReasonProps): ReactNode {
  return (
    <View className={css.group}>
      <Field label={TEXT.reason} value={reason} maxLength={40} error={wrong} onInput={onWrite} />
      <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.reason })}>
        {TEXT.reasons.map((one) => (
          <Chip key={one} on={reason === one} onTap={() => onWrite(one)}>
            {one}
          </Chip>
        ))}
      </View>
    </View>
  )
}
