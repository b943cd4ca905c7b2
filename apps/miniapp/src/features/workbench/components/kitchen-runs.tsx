import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { KitchenBoard, SheetView } from '@wanli/contracts/kitchen'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { KITCHEN_TEXT as TEXT } from '../kitchen-text'
import type { KitchenTaps } from '../use-kitchen-taps'
import { RunsCard } from './kitchen-sheet-side'
import { TicketGrid } from './kitchen-tickets'
import css from './kitchen-runs.module.scss'

interface KitchenRunsProps {
  board: KitchenBoard
  sheet: SheetView
  taps: KitchenTaps
}

/** 送餐: what goes out by which round, and the tickets of it that are not made yet. */
export function KitchenRuns({ board, sheet, taps }: KitchenRunsProps): ReactNode {
  if (sheet.runs.length === 0 && board.tickets.length === 0)
    return (
      <Card>
        <EmptyState title={TEXT.runs.none} text={TEXT.runs.noneText} />
      </Card>
    )
  return (
    <View className={css.runs}>
      <RunsCard runs={sheet.runs} />
      <Card title={TEXT.runs.tickets} flush>
        <TicketGrid board={board} taps={taps} />
      </Card>
    </View>
  )
}
