import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { LadderStepView, StopView } from '@wanli/contracts/delivery'
import { clockText } from '@wanli/kernel/shanghai-time'
import { classList } from '@/shared/ui/class-list'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import { minutesSince, waitClock, waitSeconds } from '../model/run'
import { doneWords, RUN_TEXT as TEXT, stepWords } from '../run-text'
import css from './ladder.module.scss'

interface LadderProps {
  stop: StopView
  /** The server's time, in ms. */
  nowMs: number
  onEmergency: () => void
}

/** What is done when nobody answers, step by step; before anybody has knocked only that 110 and 120 never wait. */
export function Ladder({ stop, nowMs, onEmergency }: LadderProps): ReactNode {
  return (
    <View className={css.ladder}>
      {shownSteps(stop).map((view, index) => {
        const row = <Step view={view} place={index + 1} time={timeOf(stop, view, nowMs)} />
        const key = `${view.step} ${view.contact ?? ''}`
        return view.state === 'always' ? (
          <Pressable key={key} className={classList(css.step, css.always)} onTap={onEmergency}>
            {row}
          </Pressable>
        ) : (
          <View key={key} className={classList(css.step, css[view.state])}>
            {row}
          </View>
        )
      })}
    </View>
  )
}

function Step({ view, place, time }: { view: LadderStepView; place: number; time: string }): ReactNode {
  const isDone = view.state === 'done'
  return (
    <>
      <View className={css.mark}>{isDone ? <Icon name="check-line" size="xs" /> : markOf(view, place)}</View>
      <View className={css.what}>
        <View className={css.words}>{isDone ? doneWords(view) : stepWords(view)}</View>
        {time === '' ? null : <View className={css.time}>{time}</View>}
      </View>
    </>
  )
}

const shownSteps = ({ ladder: { begun, steps } }: StopView): LadderStepView[] =>
  begun ? steps : steps.filter(({ state }) => state === 'always')

const markOf = ({ state }: LadderStepView, place: number): ReactNode =>
  state === 'always' ? <Icon name="alert-fill" size="xs" /> : place

function timeOf(stop: StopView, { step, state, at }: LadderStepView, nowMs: number): string {
  if (at !== null) return clockText(new Date(at))
  if (state === 'always') return TEXT.always
  if (state !== 'now') return ''
  if (step === 'wait') return waitClock(waitSeconds(stop, nowMs))
  const minutes = minutesSince(stop, nowMs)
  return minutes === null ? '' : TEXT.elapsed(minutes)
}
