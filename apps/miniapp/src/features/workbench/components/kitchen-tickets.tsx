import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { KitchenBoard, Ticket, TicketOrder } from '@wanli/contracts/kitchen'
import { clockText } from '@wanli/kernel/shanghai-time'
import { useNow } from '@/shared/now'
import { Button } from '@/shared/ui/button'
import { EmptyState } from '@/shared/ui/empty-state'
import { Facts } from '@/shared/ui/facts'
import { Heading } from '@/shared/ui/heading'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Segmented } from '@/shared/ui/segmented'
import { KITCHEN_TEXT as TEXT } from '../kitchen-text'
import { inPlace, togetherOf } from '../model/kitchen'
import type { KitchenTaps } from '../use-kitchen-taps'
import { KitchenTicket } from './kitchen-ticket'
import { KitchenUndo } from './kitchen-undo'
import css from './kitchen-tickets.module.scss'

const ORDERS: readonly TicketOrder[] = ['time', 'window', 'delivery']

interface Grid {
  tickets: readonly Ticket[]
  together: ReturnType<typeof togetherOf>
}

interface KitchenTicketsProps {
  board: KitchenBoard
  order: TicketOrder
  onOrder: (order: TicketOrder) => void
  taps: KitchenTaps
}

/** 单子: what is on the stove, then what is due first. One tap forward; the last one may be taken back. */
export function KitchenTickets({ board, order, onOrder, taps }: KitchenTicketsProps): ReactNode {
  const { cooking, waiting, made } = board.counts
  return (
    <View className={css.card}>
      <View className={css.head}>
        <Heading level={2} className={css.title}>
          {TEXT.tickets}
        </Heading>
        <View className={css.small}>
          <Facts text={TEXT.counts(cooking, waiting, made)} />
        </View>
        <View className={css.orders}>
          <Segmented
            items={ORDERS.map((key) => ({ key, label: TEXT.orders[key] }))}
            current={order}
            onChange={onOrder}
          />
        </View>
      </View>
      <TicketGrid board={board} taps={taps} />
      <KitchenUndo board={board} taps={taps} />
    </View>
  )
}

/** What stands in the grid: from a tap on, as long as it is busy, nothing of it moves, also not the button above it. */
function useSteady(fresh: readonly Ticket[], busy: boolean): Grid {
  const [held, setHeld] = useState<Grid | null>(null)
  const grid = { tickets: fresh, together: togetherOf(fresh) }
  if (busy && held === null) setHeld(grid)
  if (!busy && held !== null) setHeld(null)
  return held === null ? grid : { tickets: inPlace(held.tickets, fresh), together: held.together }
}

/**
 * The tickets themselves; several of one time may be begun together. Before the kitchen counts they are only read: until then an eater may
 * cancel, and nothing is begun.
 */
export function TicketGrid({ board, taps }: Pick<KitchenTicketsProps, 'board' | 'taps'>): ReactNode {
  const { tickets, together } = useSteady(board.tickets, taps.busy.length > 0)
  const freezeAt = new Date(board.sitting.freezeAt)
  const isCounted = useNow(10) >= freezeAt
  if (tickets.length === 0) return <EmptyState title={TEXT.noTickets} text={TEXT.noTicketsText} />
  return (
    <View className={css.scroll}>
      {isCounted ? null : (
        <View className={css.notYet}>
          <NoticeBar tone="info" icon="time-line">
            {TEXT.notYet(clockText(freezeAt))}
          </NoticeBar>
        </View>
      )}
      {together && isCounted ? (
        <View className={css.together}>
          <Button
            kind="line"
            size="s"
            loading={taps.busy.includes(`together ${together.orderIds.join(' ')}`)}
            onTap={() => taps.together(together.orderIds)}
          >
            {TEXT.startTogether(clockText(new Date(together.slotFrom)), together.orderIds.length)}
          </Button>
        </View>
      ) : null}
      <View className={css.grid}>
        {tickets.map((ticket: Ticket) => (
          <KitchenTicket
            key={ticket.orderId}
            ticket={ticket}
            busy={taps.busy.includes(ticket.orderId)}
            onForward={isCounted ? () => taps.forward(ticket) : undefined}
          />
        ))}
      </View>
      {board.more > 0 ? <View className={css.more}>{TEXT.more(board.more)}</View> : null}
    </View>
  )
}
