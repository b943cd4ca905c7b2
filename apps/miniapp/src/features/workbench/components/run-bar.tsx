import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { RunView, StopView } from '@wanli/contracts/delivery'
import { Button } from '@/shared/ui/button'
import { FootBar } from '@/shared/ui/foot-bar'
import type { Courier } from '../api/deliver'
import { stepNow, waitClock, waitSeconds } from '../model/run'
import { RUN_TEXT as TEXT, stepWords } from '../run-text'
import css from './run-bar.module.scss'

/** What the courier may open from the bar. */
export type RunSheet = 'hand_over' | 'call' | 'emergency' | 'close'

interface RunBarProps {
  run: RunView
  stop: StopView | undefined
  nowMs: number
  courier: Courier
  onOpen: (sheet: RunSheet) => void
}

/** The next thing to do at the thumb: leave, hand over, knock, the next step of the ladder, or how it ended. */
export function RunBar({ run, stop, nowMs, courier, onOpen }: RunBarProps): ReactNode {
  const leave = (): void => courier.act({ kind: 'leave', runId: run.id })
  const canLeave = run.waiting > 0 && stop === undefined
  if (stop === undefined && !canLeave) return null
  return (
    <FootBar refused={courier.refused} narrow>
      {stop === undefined ? (
        <Button block size="l" icon="scooter-line" loading={courier.busy} onTap={leave}>
          {run.leftAt === null ? TEXT.leave(run.waiting) : TEXT.leaveAgain(run.waiting)}
        </Button>
      ) : (
        <View className={css.door}>
          <View className={css.rule}>{TEXT.rule}</View>
          <View className={css.two}>
            {stop.ladder.begun ? (
              <Shut stop={stop} nowMs={nowMs} onOpen={onOpen} />
            ) : (
              <Door stop={stop} courier={courier} onOpen={onOpen} />
            )}
          </View>
        </View>
      )}
    </FootBar>
  )
}

function Door({ stop, courier, onOpen }: Pick<RunBarProps, 'courier' | 'onOpen'> & { stop: StopView }): ReactNode {
  const knock = (): void =>
    courier.act({ kind: 'attempt', orderId: stop.orderId, body: { step: 'knock', outcome: 'no_answer' } })
  return (
    <>
      <Button kind="line" size="l" block loading={courier.busy} onTap={knock}>
        {TEXT.shut}
      </Button>
      <Button size="l" block onTap={() => onOpen('hand_over')}>
        {TEXT.handOver}
      </Button>
    </>
  )
}

function Shut({ stop, nowMs, onOpen }: Pick<RunBarProps, 'nowMs' | 'onOpen'> & { stop: StopView }): ReactNode {
  const seconds = waitSeconds(stop, nowMs)
  const next = stepNow(stop)
  return (
    <>
      <Button kind="line" size="l" block onTap={() => onOpen('hand_over')}>
        {TEXT.opened}
      </Button>
      {seconds > 0 ? (
        <Button size="l" block disabled onTap={() => undefined}>
          {TEXT.waitLeft(waitClock(seconds))}
        </Button>
      ) : next === undefined || next.step === 'wait' ? (
        <Button size="l" block onTap={() => onOpen(stop.actions.includes('close') ? 'close' : 'emergency')}>
          {stop.actions.includes('close') ? TEXT.finish : TEXT.emergency}
        </Button>
      ) : (
        <Button size="l" block icon="phone-fill" onTap={() => onOpen('call')}>
          {stepWords(next)}
        </Button>
      )}
    </>
  )
}
