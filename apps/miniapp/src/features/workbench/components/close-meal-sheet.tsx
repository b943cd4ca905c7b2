import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { CalendarMeal } from '@wanli/contracts/menus'
import { monthDayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKey } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Sheet } from '@/shared/ui/sheet'
import { toast } from '@/shared/ui/toast'
import { closeMeal } from '../api/menus'
import { MEANWHILE_TEXT, MENUS_TEXT } from '../menus-text'

const TEXT = MENUS_TEXT.calendar

interface CloseMealSheetProps {
  day: string
  meal: CalendarMeal
  onClose: () => void
}

/** A meal is not served: why, and how many orders go back with it. Said in words before it is done. */
export function CloseMealSheet({ day, meal, onClose }: CloseMealSheetProps): ReactNode {
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState('')
  // A colleague was first: there is nothing left to close, and the day behind the sheet says so.
  const [isClosed, setIsClosed] = useState(false)
  const { key, renew } = useIdempotencyKey()
  const close = useMutation({
    mutationFn: () => closeMeal({ day, meal: meal.meal, reason: reason.trim() }, key),
    onSuccess: ({ cancelled }) => {
      renew()
      toast(TEXT.done(cancelled))
      onClose()
    },
    onError: (thrown) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') renew()
      setWrong(error.detail)
      setIsClosed(error.code === 'menus.meal_closed')
      void queryClient.invalidateQueries({ queryKey: ['canteen', 'board'] })
    },
  })
  const send = (): void => {
    if (reason.trim().length < 2) setWrong(TEXT.reasonWrong)
    else if (!close.isPending) close.mutate()
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
        isClosed ? (
          <Button block onTap={onClose}>
            {MEANWHILE_TEXT.look}
          </Button>
        ) : (
          <Button block kind="danger" loading={close.isPending} onTap={send}>
            {TEXT.closeYes(meal.orders)}
          </Button>
        )
      }
    >
      <View className={css.form}>
        <NoticeBar tone={meal.orders > 0 ? 'bad' : 'info'} icon="information-line">
          {meal.orders > 0 ? TEXT.concerned(meal.orders) : TEXT.nobody}
        </NoticeBar>
        <View className={css.group}>
          <Field label={TEXT.reason} value={reason} maxLength={40} error={wrong} onInput={write} />
          <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.reason })}>
            {TEXT.reasons.map((one) => (
              <Chip key={one} on={reason === one} onTap={() => write(one)}>
                {one}
              </Chip>
            ))}
          </View>
        </View>
      </View>
    </Sheet>
  )
}
