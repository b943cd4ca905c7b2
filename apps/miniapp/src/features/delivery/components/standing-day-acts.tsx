import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { StandingDayView, StandingView } from '@wanli/contracts/standing'
import { asApiError } from '@/shared/http/api-error'
import { serverNow } from '@/shared/http/server-clock'
import { Button } from '@/shared/ui/button'
import { Dialog } from '@/shared/ui/dialog'
import css from '@/shared/ui/form.module.scss'
import { useStandingAct } from '../api/standing'
import { wishesText } from '../model/wishes'
import { TEXT } from '../text'
import { SwapSheet } from './swap-sheet'

const WORDS = TEXT.standing

/** Whether a day is ordered, and paid, as soon as it is taken back in. */
const isDue = ({ orderFrom }: StandingDayView): boolean => orderFrom !== null && new Date(orderFrom) <= serverNow()

interface StandingDayActsProps {
  standing: StandingView
  day: StandingDayView
  /** Whose wallet pays; null when that is not known. */
  purse: string | null
  /** The day in words. */
  name: string
  /** What is ordered costs, in yuan; null when nothing is, or it is not known. */
  price: string | null
  /** Nothing comes on it. */
  isOff: boolean
}

/** Not this day, something else on it, or as always. What is paid is given back or changed, and what is not is paid, only after a question. */
export function StandingDayActs({ standing, day, purse, name, price, isOff }: StandingDayActsProps): ReactNode {
  const [open, setOpen] = useState<'swap' | 'skip' | 'back' | null>(null)
  const act = useStandingAct(standing.id)
  const close = (): void => setOpen(null)
  const skip = (): void => act.mutate({ kind: 'day', day: day.day, body: { skip: true } }, { onSettled: close })
  const back = (): void => act.mutate({ kind: 'clear', day: day.day }, { onSettled: close })
  const usual = wishesText(standing.wishes)
  const backText = day.status === 'ordered' ? WORDS.backBody(price, purse, usual) : WORDS.backOrders(usual, purse)
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
            onTap={day.status === 'ordered' || isDue(day) ? () => setOpen('back') : back}
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
        text={backText}
        confirm={{ label: WORDS.backYes, loading: act.isPending, onTap: back }}
        cancel={{ label: day.status === 'ordered' ? WORDS.backNo : WORDS.backNoMeal, onTap: close }}
      />
    </>
  )
}
