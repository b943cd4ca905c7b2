import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { go } from '@/shared/navigation'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Heading } from '@/shared/ui/heading'
import type { Why, WindowState } from '../model/window'
import { WORKBENCH_TEXT } from '../text'
import { PickupCard } from './pickup-card'
import css from './window-refusal.module.scss'

const TEXT = WORKBENCH_TEXT.pickup

const TITLE = {
  already: TEXT.handedTitle,
  cancelled: TEXT.cancelledTitle,
  expired: TEXT.expiredTitle,
  given_up: TEXT.givenUpTitle,
  out: TEXT.outTitle,
  over: TEXT.overTitle,
  unpaid: TEXT.unpaidTitle,
  not_found: TEXT.notFoundTitle,
  nothing_waits: TEXT.nothingWaitsTitle,
  other: TEXT.otherTitle,
} as const satisfies Record<Why, string>

const HELP: Readonly<Partial<Record<Why, string>>> = {
  already: TEXT.handedHelp,
  cancelled: TEXT.cancelledHelp,
  expired: TEXT.expiredHelp,
  given_up: TEXT.givenUpHelp,
  out: TEXT.outHelp,
  over: TEXT.overHelp,
  unpaid: TEXT.unpaidHelp,
  nothing_waits: TEXT.nothingWaitsHelp,
}

type Refused = Extract<WindowState, { step: 'refused' }>

/** Who handed it over and when: what the server said, or what the order itself knows. */
function storyOf({ detail, pickup }: Refused): string {
  if (detail || !pickup?.handedOverAt) return detail
  const at = new Date(pickup.handedOverAt)
  const day = businessDayOf(at)
  const today = businessDayOf(serverNow())
  const when = day === today ? clockText(at) : `${dayText(day, today)} ${clockText(at)}`
  return TEXT.handedBy(when, pickup.handedOverBy ?? '')
}

interface WindowRefusalProps {
  state: Refused
  /** The number that was typed, to see a slip of the finger; nothing where a code was read. */
  typed: string
  onNext: () => void
  onCall: () => void
}

/** Why nothing is handed over, without accusing anybody, and what to do now. */
export function WindowRefusal({ state, typed, onNext, onCall }: WindowRefusalProps): ReactNode {
  const story = storyOf(state)
  const help = HELP[state.why] ?? ''
  const inside = (
    <View className={css.inside} {...aria({ role: 'alert' })}>
      {story || state.pickup ? (
        <View className={css.story}>
          {story ? <View>{story}</View> : null}
          {state.pickup ? <View>{state.pickup.lines.map((line) => line.dishName).join('、')}</View> : null}
        </View>
      ) : null}
      {help ? <View className={css.help}>{help}</View> : null}
      <View className={css.space} />
      <Button size="l" block onTap={onNext}>
        {TEXT.known}
      </Button>
      {state.why === 'unpaid' && state.pickup?.payBy === 'counter' ? (
        <Button kind="text" block onTap={() => go('/features/workbench/pages/counter/index')}>
          {TEXT.toCounter}
        </Button>
      ) : null}
      {state.why === 'already' ? (
        <Button kind="text" block icon="phone-line" onTap={onCall}>
          {TEXT.callStation}
        </Button>
      ) : null}
    </View>
  )
  if (!state.pickup) {
    return (
      <View className={css.plain}>
        <Heading level={2} className={css.title}>
          {state.why === 'not_found' && typed !== '' ? TEXT.notFound(typed) : TITLE[state.why]}
        </Heading>
        {inside}
      </View>
    )
  }
  return (
    <PickupCard pickup={state.pickup} heading={TITLE[state.why]} tone="warm">
      {inside}
    </PickupCard>
  )
}
