import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { StandingDayView, StandingView } from '@wanli/contracts/standing'
import { businessDayOf, dayText, monthDayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Dialog } from '@/shared/ui/dialog'
import { FacePicture } from '@/shared/ui/face'
import css from '@/shared/ui/form.module.scss'
import { Heading } from '@/shared/ui/heading'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Tag } from '@/shared/ui/tag'
import { toast } from '@/shared/ui/toast'
import { useStandingAct, type StandingAct } from '../api/standing'
import { daysText } from '../model/weekdays'
import { wishesText } from '../model/wishes'
import { DAY_STATUS, MEAL_WORDS, TEXT } from '../text'
import own from './standing-card.module.scss'
import { PauseSheet } from './pause-sheet'
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

/** One standing order: what comes when, to where; the coming days one by one; pause and end. */
export function StandingCard({ standing }: { standing: StandingView }): ReactNode {
  const [open, setOpen] = useState<'pause' | 'end' | null>(null)
  const act = useStandingAct(standing.id)
  const today = businessDayOf(useNow(60))
  const isPaused = standing.pausedTo !== null && standing.pausedTo >= today
  const close = (): void => setOpen(null)
  const run = (one: StandingAct): void => act.mutate(one, { onSuccess: close })
  return (
    <Card flush>
      <View className={own.head}>
        <FacePicture face={standing.eater.face} />
        <View className={own.grow}>
          <Heading level={2} className={own.title}>
            {WORDS.days(daysText(standing.weekdays), MEAL_WORDS[standing.meal])}
          </Heading>
          <View className={css.help}>
            {[
              WORDS.for(standing.eater.name),
              standing.addressText,
              ...(standing.mine ? [] : [WORDS.by(standing.setUpBy.name)]),
            ].join(' · ')}
          </View>
          <View className={css.help}>{[wishesText(standing.wishes), standing.note].filter(Boolean).join(' · ')}</View>
        </View>
      </View>
      {isPaused && standing.pausedFrom !== null && standing.pausedTo !== null ? (
        <View className={own.foot}>
          <NoticeBar tone="warm" icon="pause-fill">
            {WORDS.paused(monthDayText(standing.pausedFrom), monthDayText(standing.pausedTo))}
          </NoticeBar>
        </View>
      ) : null}
      {standing.days.map((day) => (
        <Day key={day.day} standing={standing} day={day} today={today} />
      ))}
      <View className={own.foot}>
        <View className={css.chips}>
          <Button
            kind="soft"
            size="s"
            onTap={() => go('/features/delivery/pages/standing-edit/index', { id: standing.id })}
          >
            {WORDS.edit}
          </Button>
          {isPaused ? (
            <Button kind="soft" size="s" loading={act.isPending} onTap={() => run({ kind: 'resume' })}>
              {WORDS.resume}
            </Button>
          ) : (
            <Button kind="line" size="s" onTap={() => setOpen('pause')}>
              {WORDS.pause}
            </Button>
          )}
          <Button kind="line" size="s" onTap={() => setOpen('end')}>
            {WORDS.end}
          </Button>
        </View>
        {act.error && open === null ? <View className={css.wrong}>{asApiError(act.error).detail}</View> : null}
      </View>
      {open === 'pause' ? (
        <PauseSheet today={today} act={act} onPause={(body) => run({ kind: 'pause', body })} onClose={close} />
      ) : null}
      <Dialog
        open={open === 'end'}
        title={WORDS.endTitle}
        text={WORDS.endBody}
        confirm={{
          label: WORDS.endYes,
          kind: 'danger',
          loading: act.isPending,
          onTap: () => act.mutate({ kind: 'end' }, { onSuccess: () => toast(WORDS.ended), onError: close }),
        }}
        cancel={{ label: WORDS.endNo, onTap: close }}
      />
    </Card>
  )
}

function Day({ standing, day, today }: { standing: StandingView; day: StandingDayView; today: string }): ReactNode {
  const [swaps, setSwaps] = useState(false)
  const act = useStandingAct(standing.id)
  const name = `${dayText(day.day, today)} ${weekdayText(day.day)}`
  const isOff = day.status === 'skipped' || day.status === 'cancelled'
  const what = day.dishes.length > 0 ? day.dishes.join('、') : wishesText(day.wishes)
  return (
    <View className={own.day}>
      <View className={own.dayHead}>
        <View className={own.title}>{name}</View>
        <Tag tone={TONES[day.status]}>{DAY_STATUS[day.status]}</Tag>
      </View>
      {day.reason === null ? null : <View className={css.wrong}>{day.reason}</View>}
      {isOff || day.status === 'paused' ? null : <View className={css.help}>{what}</View>}
      {day.canChange ? (
        <View className={css.chips}>
          {isOff ? null : (
            <Button
              kind="line"
              size="s"
              label={`${WORDS.skip}，${name}`}
              loading={act.isPending}
              onTap={() => act.mutate({ kind: 'day', day: day.day, body: { skip: true } })}
            >
              {WORDS.skip}
            </Button>
          )}
          {day.sittingId === null ? null : (
            <Button kind="line" size="s" label={`${WORDS.swap}，${name}`} onTap={() => setSwaps(true)}>
              {WORDS.swap}
            </Button>
          )}
          {day.status === 'skipped' || day.changed ? (
            <Button
              kind="soft"
              size="s"
              label={`${WORDS.back}，${name}`}
              loading={act.isPending}
              onTap={() => act.mutate({ kind: 'clear', day: day.day })}
            >
              {WORDS.back}
            </Button>
          ) : null}
        </View>
      ) : null}
      {act.error ? <View className={css.wrong}>{asApiError(act.error).detail}</View> : null}
      {swaps ? <SwapSheet standing={standing} day={day} name={name} onClose={() => setSwaps(false)} /> : null}
    </View>
  )
}
