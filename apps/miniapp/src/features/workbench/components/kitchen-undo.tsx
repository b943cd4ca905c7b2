import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { KitchenBoard } from '@wanli/contracts/kitchen'
import { useNow } from '@/shared/now'
import { Button } from '@/shared/ui/button'
import { KITCHEN_TEXT as TEXT } from '../kitchen-text'
import { secondsLeft, undoOf } from '../model/kitchen'
import type { KitchenTaps } from '../use-kitchen-taps'
import css from './kitchen-undo.module.scss'

interface KitchenUndoProps {
  board: KitchenBoard
  taps: KitchenTaps
}

/** The last step and for how long it may still be taken back. It has its own place and never covers a button. */
export function KitchenUndo({ board, taps }: KitchenUndoProps): ReactNode {
  const now = useNow(1)
  const step = undoOf(taps.last, board, taps.undone)
  if (step === null) return null
  const seconds = secondsLeft(step, now)
  if (seconds === 0) return null
  return (
    <View className={css.bar}>
      <View className={css.words}>
        {step.to === 'ready' ? TEXT.undoReady(step.pickupNumber) : TEXT.undoCooking(step.pickupNumber)}
      </View>
      <Button
        kind="paper"
        icon="back-line"
        loading={taps.busy.includes(`undo ${step.orderId} ${step.until}`)}
        onTap={() => taps.undo(step)}
      >
        {`${TEXT.undo} ${TEXT.seconds(seconds)}`}
      </Button>
    </View>
  )
}
