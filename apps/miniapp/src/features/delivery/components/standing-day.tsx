import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { StandingDayView, StandingView } from '@wanli/contracts/standing'
import { yuan } from '@wanli/kernel/money'
import { dayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { openOrdersQuery } from '@/shared/api/get-open-orders'
import { asApiError } from '@/shared/http/api-error'
import { Button } from '@/shared/ui/button'
import { Dialog } from '@/shared/ui/dialog'
import css from '@/shared/ui/form.module.scss'
import { Tag } from '@/shared/ui/tag'
import { useStandingAct } from '../api/standing'
import { wishesText } from '../model/wishes'
import { DAY_STATUS, TEXT } from '../text'
import own from './standing-card.module.scss'
import { SwapSheet } from './swap-sheet'

const WORDS = TEXT.standing
const TONES = {
  planned: 'plain',
  ordered: 'ok',
  cancelled: 'line',
  by_hand: 'line',
  skipped: 'line',
  paused: 'line',
  failed: 'warm',
} as const satisfies Record<StandingDayView['status'], string>

interface StandingDayProps {
  standing: StandingView
  day: StandingDayView
  today: string
  /** Whose wallet pays; null when that is not known. */
  purse: string | null
}

/** What the meal of a day costs, once it is ordered and still to come. */
function usePriceOf({ orderId }: StandingDayView): string | null {
  const { data } = useQuery({ ...openOrdersQuery, enabled: orderId !== null })
  const order = data?.find(({ id }) => id === orderId)
  return order ? yuan(order.payFen) : null
}

/** One coming day of a standing order: what becomes of it, what it costs, and what may still be changed. */
export function StandingDay(props: StandingDayProps): ReactNode {
  const { standing, day, today } = props
  const price = usePriceOf(day)
  const name = `${dayText(day.day, today)} ${weekdayText(day.day)}`
  const isOff = day.status === 'skipped' || day.status === 'cancelled'
  // Why nothing comes any more stands once, above all days.
  const isSaidAbove = standing.lapsed && day.orderId === null
  const what = day.dishes.length > 0 ? day.dishes.join('、') : wishesText(day.wishes)
  return (
    <View className={own.day}>
      <View className={own.dayHead}>
        <View className={own.title}>{name}</View>
        <Tag tone={TONES[day.status]}>{DAY_STATUS[day.status]}</Tag>
        {price === null ? null : <View className={css.help}>{TEXT.money.ordered(price)}</View>}
      </View>
      {day.reason === null || isSaidAbove ? null : <View className={css.wrong}>{day.reason}</View>}
      {isOff || day.status === 'paused' ? null : <View className={css.help}>{what}</View>}
      {day.canChange ? <DayActs {...props} name={name} price={price} isOff={isOff} /> : null}
      {!day.canChange && day.status === 'ordered' ? <View className={css.help}>{WORDS.frozen}</View> : null}
    </View>
  )
}

interface DayActsProps extends StandingDayProps {
  name: string
  price: string | null
  isOff: boolean
}

/** Not this day, something else on it, or as always. A meal that is ordered and paid is given back, or for another, only after a question. */
function DayActs({ standing, day, purse, name, price, isOff }: DayActsProps): ReactNode {
  const [open, setOpen] = useState<'swap' | 'skip' | 'back' | null>(null)
  const act = useStandingAct(standing.id)
  const close = (): void => setOpen(null)
  const skip = (): void => act.mutate({ kind: 'day', day: day.day, body: { skip: true } }, { onSettled: close })
  const back = (): void => act.mutate({ kind: 'clear', day: day.day }, { onSettled: close })
  return (
    <>
      <View className={css.chips}>
        {isOff ? null : (
          <Button
            kind="line"
            size="s"
            label={`${WORDS.skip}，${name}`}
            loading={act.isPending}
            onTap={day.status === 'ordered' ? () => setOpen('skip') : skip}
          >
            {WORDS.skip}
          </Button>
        )}
        {day.sittingId === null || standing.lapsed ? null : (
          <Button kind="line" size="s" label={`${WORDS.swap}，${name}`} onTap={() => setOpen('swap')}>
            {WORDS.swap}
          </Button>
        )}
        {day.status === 'skipped' || day.changed ? (
          <Button
            kind="soft"
            size="s"
            label={`${WORDS.back}，${name}`}
            loading={act.isPending}
            onTap={day.status === 'ordered' ? () => setOpen('back') : back}
          >
            {WORDS.back}
          </Button>
        ) : null}
      </View>
      {act.error ? <View className={css.wrong}>{asApiError(act.error).detail}</View> : null}
      {open === 'swap' ? <SwapSheet standing={standing} day={day} name={name} purse={purse} onClose={close} /> : null}
      <Dialog
        open={open === 'skip'}
        title={WORDS.skipTitle(name)}
        text={WORDS.skipBody(price, purse)}
        confirm={{ label: WORDS.skipYes, kind: 'danger', loading: act.isPending, onTap: skip }}
        cancel={{ label: WORDS.skipNo, onTap: close }}
      />
      <Dialog
        open={open === 'back'}
        title={WORDS.backTitle(name)}
        text={WORDS.backBody(price, purse, wishesText(standing.wishes))}
        confirm={{ label: WORDS.backYes, loading: act.isPending, onTap: back }}
        cancel={{ label: WORDS.backNo, onTap: close }}
      />
    </>
  )
}
