import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Ticket } from '@wanli/contracts/kitchen'
import { clockText } from '@wanli/kernel/shanghai-time'
import { Button } from '@/shared/ui/button'
import { classList } from '@/shared/ui/class-list'
import { Icon } from '@/shared/ui/icon'
import { KITCHEN_TEXT as TEXT } from '../kitchen-text'
import { MODE_NAME } from '../text'
import css from './kitchen-ticket.module.scss'

interface KitchenTicketProps {
  ticket: Ticket
  busy: boolean
  /** Missing before the kitchen counts. */
  onForward: (() => void) | undefined
}

/** One order: its number, when and how it goes out, its dishes, what to mind, and the one next step. */
export function KitchenTicket({ ticket, busy, onForward }: KitchenTicketProps): ReactNode {
  const cooking = ticket.status === 'cooking'
  const step = cooking ? TEXT.done : TEXT.start
  const warnings = [
    ...ticket.leaveOut.map((what) => TEXT.without(what)),
    ...(ticket.lowSalt ? [TEXT.lowSalt] : []),
    ...(ticket.soft ? [TEXT.soft] : []),
  ]
  return (
    <View className={classList(css.ticket, cooking && css.cooking)}>
      <View className={css.head}>
        <View className={css.number}>{ticket.pickupNumber}</View>
        <View className={css.how}>
          <View>{ticket.run ?? MODE_NAME[ticket.mode]}</View>
          {ticket.slotFrom ? <View className={css.time}>{clockText(new Date(ticket.slotFrom))}</View> : null}
        </View>
      </View>
      <View className={css.lines}>
        {ticket.lines.map((line) => (
          <View key={`${line.dishId} ${line.portion}`}>
            {[
              line.dishName,
              line.portion === 'half' ? TEXT.half : '',
              line.quantity > 1 ? TEXT.times(line.quantity) : '',
            ]
              .filter(Boolean)
              .join(' ')}
          </View>
        ))}
        {ticket.note ? <View className={css.note}>{ticket.note}</View> : null}
      </View>
      {warnings.length > 0 ? (
        <View className={css.warning}>
          <Icon name="alert-fill" size="xs" />
          {warnings.join('，')}
        </View>
      ) : null}
      {onForward ? (
        <Button
          block
          kind={cooking ? 'primary' : 'soft'}
          label={TEXT.stepLabel(step, ticket.pickupNumber)}
          loading={busy}
          onTap={onForward}
        >
          {step}
        </Button>
      ) : null}
    </View>
  )
}
