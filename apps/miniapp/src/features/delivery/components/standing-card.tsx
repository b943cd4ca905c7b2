import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { PauseRequest, StandingView } from '@wanli/contracts/standing'
import { businessDayOf, monthDayText } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { facts } from '@/shared/text/facts'
import { unbroken } from '@/shared/text/unbroken'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Dialog } from '@/shared/ui/dialog'
import { FacePicture } from '@/shared/ui/face'
import { Facts } from '@/shared/ui/facts'
import css from '@/shared/ui/form.module.scss'
import { Heading } from '@/shared/ui/heading'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { toast } from '@/shared/ui/toast'
import { useStandingAct, type StandingAct } from '../api/standing'
import { purseOf } from '../model/purse'
import { daysText } from '../model/weekdays'
import { wishesText } from '../model/wishes'
import { MEAL_WORDS, TEXT } from '../text'
import own from './standing-card.module.scss'
import { PauseSheet } from './pause-sheet'
import { StandingDay } from './standing-day'

const WORDS = TEXT.standing

/** The pause that it is in, or that is still to come; null when there is none. */
function pauseOf({ pausedFrom, pausedTo }: StandingView, today: string): PauseRequest | null {
  if (pausedFrom === null || pausedTo === null || pausedTo < today) return null
  return { from: pausedFrom, to: pausedTo }
}

/** One standing order: what comes when, to where, and who pays; the coming days one by one; pause and end. */
export function StandingCard({ standing }: { standing: StandingView }): ReactNode {
  const [open, setOpen] = useState<'pause' | 'end' | null>(null)
  const act = useStandingAct(standing.id)
  const today = businessDayOf(useNow(60))
  const { person } = useSession()
  const purse = person && purseOf(person, standing)
  const pause = pauseOf(standing, today)
  const close = (): void => setOpen(null)
  const run = (one: StandingAct): void => act.mutate(one, { onSuccess: close })
  return (
    <Card flush>
      <What standing={standing} viewerId={person?.id} purse={purse} />
      <Halted standing={standing} pause={pause} />
      <View className={own.foot}>
        <View className={css.chips}>
          <Button
            kind="soft"
            size="s"
            onTap={() => go('/features/delivery/pages/standing-edit/index', { id: standing.id })}
          >
            {WORDS.edit}
          </Button>
          {pause ? (
            <Button kind="soft" size="s" loading={act.isPending && open === null} onTap={() => run({ kind: 'resume' })}>
              {WORDS.resume}
            </Button>
          ) : null}
          <Button kind="line" size="s" onTap={() => setOpen('pause')}>
            {pause ? WORDS.pauseMove : WORDS.pause}
          </Button>
          <Button kind="line" size="s" onTap={() => setOpen('end')}>
            {WORDS.end}
          </Button>
        </View>
        {act.error && open === null ? <View className={css.wrong}>{asApiError(act.error).detail}</View> : null}
      </View>
      {standing.days.map((day) => (
        <StandingDay key={day.day} standing={standing} day={day} today={today} purse={purse} />
      ))}
      {open === 'pause' ? (
        <PauseSheet
          today={today}
          weekdays={standing.weekdays}
          pause={pause}
          act={act}
          onPause={(body) => run({ kind: 'pause', body })}
          onClose={close}
        />
      ) : null}
      <EndQuestion act={act} open={open === 'end'} onClose={close} />
    </Card>
  )
}

interface WhatProps {
  standing: StandingView
  viewerId: string | undefined
  purse: string | null
}

/** Which days and meal, for whom and by whom, to where, what, and from which purse. */
function What({ standing, viewerId, purse }: WhatProps): ReactNode {
  const who = facts(
    standing.eater.id === viewerId ? '' : WORDS.for(standing.eater.name),
    standing.mine ? '' : WORDS.by(standing.setUpBy.name),
  )
  return (
    <View className={own.head}>
      <FacePicture face={standing.eater.face} />
      <View className={own.grow}>
        <Heading level={2} className={own.title}>
          {WORDS.days(daysText(standing.weekdays), MEAL_WORDS[standing.meal])}
        </Heading>
        {who === '' ? null : (
          <View className={css.help}>
            <Facts text={who} />
          </View>
        )}
        <View className={css.help}>{unbroken(standing.addressText)}</View>
        <View className={css.help}>
          <Facts text={facts(wishesText(standing.wishes), standing.note)} />
        </View>
        {purse && !standing.lapsed ? <View className={css.help}>{TEXT.money.each(purse)}</View> : null}
      </View>
    </View>
  )
}

/** Why nothing comes: who set it up may not order any more, or it is paused. */
function Halted({ standing, pause }: { standing: StandingView; pause: PauseRequest | null }): ReactNode {
  return (
    <>
      {standing.lapsed ? (
        <View className={own.foot}>
          <NoticeBar tone="warm" icon="alert-line">
            {WORDS.lapsed(standing.setUpBy.name)}
          </NoticeBar>
        </View>
      ) : null}
      {pause ? (
        <View className={own.foot}>
          <NoticeBar tone="warm" icon="pause-fill">
            {WORDS.paused(monthDayText(pause.from), monthDayText(pause.to))}
          </NoticeBar>
        </View>
      ) : null}
    </>
  )
}

interface EndQuestionProps {
  act: ReturnType<typeof useStandingAct>
  open: boolean
  onClose: () => void
}

function EndQuestion({ act, open, onClose }: EndQuestionProps): ReactNode {
  return (
    <Dialog
      open={open}
      title={WORDS.endTitle}
      text={WORDS.endBody}
      confirm={{
        label: WORDS.endYes,
        kind: 'danger',
        loading: act.isPending,
        onTap: () => act.mutate({ kind: 'end' }, { onSuccess: () => toast(WORDS.ended), onError: onClose }),
      }}
      cancel={{ label: WORDS.endNo, onTap: onClose }}
    />
  )
}
