import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PickupView } from '@wanli/contracts/pickups'
import { businessDayOf, clockText } from '@wanli/kernel/shanghai-time'
import { SERVICE_STATION } from '@/shared/contact'
import { serverNow } from '@/shared/http/server-clock'
import { phoneCall } from '@/shared/phone-call'
import { dayAndMeal } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Dialog } from '@/shared/ui/dialog'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { giveText, WORKBENCH_TEXT } from '../text'
import type { usePickupWindow } from '../use-window'
import { PickupCard } from './pickup-card'
import { PickupChoice } from './pickup-choice'
import { PickupLines } from './pickup-lines'
import { SlipCard } from './slip-card'
import { WindowRefusal } from './window-refusal'
import css from './window-result.module.scss'

const TEXT = WORKBENCH_TEXT.pickup

type Window = ReturnType<typeof usePickupWindow>

/** What the last scan or number led to, and the one thing to do next. */
export function WindowResult({ window }: { window: Window }): ReactNode {
  const { state } = window
  switch (state.step) {
    case 'idle':
      return null
    case 'looking':
      return <SkeletonRows count={3} height={88} />
    case 'unreachable':
      return <Unreachable onAgain={window.lookAgain} onNext={window.next} />
    case 'choose':
      return <PickupChoice items={state.items} onChoose={window.choose} onNone={window.next} />
    case 'refused':
      return (
        <WindowRefusal
          state={state}
          typed={window.typed}
          onNext={window.next}
          onCall={() => phoneCall(SERVICE_STATION.number)}
        />
      )
    case 'slip':
      return <SlipCard slip={state.slip} onNext={window.next} />
    case 'handed':
      return (
        <PickupCard pickup={state.pickup} heading={TEXT.done(state.pickup.pickupNumber)} tone="ok">
          <PickupLines pickup={state.pickup} />
          <View className={css.buttons}>
            <Button size="l" block onTap={window.next}>
              {TEXT.next}
            </Button>
          </View>
        </PickupCard>
      )
    case 'preview':
      return <Preview pickup={state.pickup} window={window} />
  }
}

/** An order that was found: whether it may be given now, and to whom; a slip in its place; the question before its time. */
function Preview({ pickup, window }: { pickup: PickupView; window: Window }): ReactNode {
  const meal = dayAndMeal(pickup.day, pickup.meal, businessDayOf(serverNow()))
  return (
    <PickupCard
      pickup={pickup}
      heading={pickup.early ? `${meal}，${TEXT.tooEarly}` : TEXT.matched}
      tone={pickup.early ? 'warm' : 'ok'}
    >
      <PickupLines pickup={pickup} />
      {window.trouble ? <NoticeBar tone="warm">{window.trouble}</NoticeBar> : null}
      <View className={css.buttons}>
        <Button size="l" block loading={window.busy} onTap={window.give}>
          {giveText(pickup.eaterFace)}
        </Button>
        <View className={css.two}>
          <Button kind="text" block icon="print-line" onTap={window.slip}>
            {TEXT.slip}
          </Button>
          <Button kind="text" block onTap={window.next}>
            {TEXT.earlyNo}
          </Button>
        </View>
      </View>
      <Dialog
        open={window.askingEarly}
        title={TEXT.earlyTitle}
        text={TEXT.earlyText(meal.replace(' ', ''), clockText(new Date(pickup.serving.from)))}
        confirm={{ label: TEXT.earlyYes, loading: window.busy, onTap: window.giveEarly }}
        cancel={{ label: TEXT.earlyNo, onTap: window.leaveEarly }}
      />
    </PickupCard>
  )
}

/** The network is gone: the number need not be typed, nor the name told, a second time. */
function Unreachable({ onAgain, onNext }: { onAgain: () => void; onNext: () => void }): ReactNode {
  return (
    <Card title={TEXT.unreachableTitle}>
      <View className={css.lead} {...aria({ role: 'alert' })}>
        {TEXT.unreachableText}
      </View>
      <View className={css.buttons}>
        <Button size="l" block icon="refresh-1-line" onTap={onAgain}>
          {TEXT.lookAgain}
        </Button>
        <Button kind="text" block onTap={onNext}>
          {TEXT.next}
        </Button>
      </View>
    </Card>
  )
}
