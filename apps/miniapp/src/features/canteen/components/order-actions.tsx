import type { ReactNode } from 'react'
import type { OrderView } from '@wanli/contracts/canteen'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { phoneCall } from '@/shared/phone-call'
import { clockOn } from '@/shared/text/when'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { isUnpaid, isWaiting } from '../model/countdown'
import { CANTEEN_TEXT } from '../text'
import { useCancel } from '../use-cancel'
import { useGivingUp } from '../use-giving-up'
import { useReorder } from '../use-reorder'
import { OrderQuestions } from './order-questions'
import { ReviewCell } from './review-cell'

const TEXT = CANTEEN_TEXT.order

/** What one can do with an order: ask, have it again, call it off. */
export function OrderActions({ order }: { order: OrderView }): ReactNode {
  const { person } = useSession()
  const reordering = useReorder(order, person?.id)
  const cancel = useCancel(order.id)
  const giving = useGivingUp(order.id)
  const until = clockOn(new Date(order.cancelUntil), serverNow())
  const canCancel = order.actions.includes('cancel')
  const unpaid = isUnpaid(order)
  return (
    <>
      {cancel.refused || giving.refused ? (
        <NoticeBar tone="warm" icon="alert-line">
          {cancel.refused ?? giving.refused}
        </NoticeBar>
      ) : null}
      <Card flush>
        {order.actions.includes('review') ? <ReviewCell order={order} /> : null}
        <Cell
          icon="phone-line"
          plain
          title={TEXT.call}
          text={order.canteen.phone}
          onTap={() => phoneCall(order.canteen.phone)}
        />
        {unpaid || order.lapsed ? null : (
          <Cell
            icon="refresh-1-line"
            plain
            title={TEXT.again}
            text={reordering.busy ? '' : TEXT.againText}
            onTap={reordering.again}
          />
        )}
        {canCancel ? (
          <Cell
            icon="close-circle-line"
            plain
            title={unpaid ? TEXT.cancelUnpaid : TEXT.cancel}
            text={unpaid ? TEXT.nothingPaid : TEXT.cancelText(until)}
            onTap={cancel.ask}
          />
        ) : null}
        {order.actions.includes('offer') ? (
          <Cell icon="transfer-line" plain title={TEXT.offer} text={TEXT.offerText} onTap={giving.ask} />
        ) : null}
        {order.actions.includes('withdraw') ? (
          <Cell icon="back-line" plain title={TEXT.withdraw} text={TEXT.withdrawText} onTap={giving.withdraw} />
        ) : null}
        {!canCancel && !order.actions.includes('offer') && isWaiting(order) && !order.lapsed ? (
          <Cell icon="close-circle-line" plain title={TEXT.cancel} text={TEXT.cancelOver(until)} />
        ) : null}
      </Card>
      <OrderQuestions order={order} cancel={cancel} giving={giving} reordering={reordering} />
    </>
  )
}
