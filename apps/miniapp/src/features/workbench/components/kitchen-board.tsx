import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { KitchenBoard, TicketOrder } from '@wanli/contracts/kitchen'
import { Tabs } from '@/shared/ui/tabs'
import { KITCHEN_TEXT as TEXT } from '../kitchen-text'
import type { KitchenTaps } from '../use-kitchen-taps'
import { KitchenTickets } from './kitchen-tickets'
import { KitchenTotals } from './kitchen-totals'
import css from './kitchen-board.module.scss'

interface KitchenBoardViewProps {
  board: KitchenBoard
  order: TicketOrder
  onOrder: (order: TicketOrder) => void
  taps: KitchenTaps
  onSheet: () => void
}

/** Totals and tickets: side by side on a wide screen, one behind the other on a phone, totals first. */
export function KitchenBoardView({ onSheet, ...rest }: KitchenBoardViewProps): ReactNode {
  const [view, setView] = useState<'totals' | 'tickets'>('totals')
  const { cooking, waiting } = rest.board.counts
  return (
    <View className={css.board}>
      <View className={css.tabs}>
        <Tabs
          items={[
            { key: 'totals', label: TEXT.views.totals },
            { key: 'tickets', label: TEXT.views.tickets, count: cooking + waiting },
          ]}
          current={view}
          onChange={setView}
        />
      </View>
      <View className={view === 'totals' ? css.pane : css.behind}>
        <KitchenTotals board={rest.board} onSheet={onSheet} />
      </View>
      <View className={view === 'tickets' ? css.pane : css.behind}>
        <KitchenTickets {...rest} />
      </View>
    </View>
  )
}
