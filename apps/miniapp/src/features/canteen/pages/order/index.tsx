import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { OrderStatus, OrderView } from '@wanli/contracts/canteen'
import { useNow } from '@/shared/now'
import { usePageShown } from '@/shared/page-shown'
import { useElderMode } from '@/shared/theme/elder-mode'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { Skeleton } from '@/shared/ui/skeleton'
import { Steps } from '@/shared/ui/steps'
import { useOrder } from '../../api/get-order'
import { ClosedTicket } from '../../components/closed-ticket'
import { ElderTicket } from '../../components/elder-ticket'
import { OrderActions } from '../../components/order-actions'
import { OrderDetails } from '../../components/order-details'
import { UnpaidTicket } from '../../components/unpaid-ticket'
import { Ticket } from '../../components/ticket'
import { WayTicket } from '../../components/way-ticket'
import { useSession } from '@/shared/http/session'
import { isBrought, isUnpaid, isWaiting } from '../../model/countdown'
import { DELIVERY_TEXT } from '../../delivery-text'
import { CANTEEN_TEXT } from '../../text'

const TEXT = CANTEEN_TEXT.order

/** 取餐: the ticket of one order, alive while it waits. */
export default function OrderPage(): ReactNode {
  const { id = '', placed } = useRouter().params
  const { state } = useSession()
  const shown = usePageShown()
  const query = useOrder(id, shown && state === 'signed_in')
  const title = titleOf(query.data, placed !== undefined)
  return (
    <CanteenScreen title={title} canteen={query.data?.canteen}>
      {state === 'signed_out' ? (
        <SignInFirst text={CANTEEN_TEXT.signIn} />
      ) : (
        <Async query={query} skeleton={<OrderSkeleton />}>
          {(order) => <Order order={order} justPlaced={placed !== undefined} />}
        </Async>
      )}
    </CanteenScreen>
  )
}

function titleOf(order: OrderView | undefined, justPlaced: boolean): string {
  if (order && isUnpaid(order)) return TEXT.titleWaiting
  if (order && isBrought(order)) return justPlaced ? TEXT.titlePlaced : DELIVERY_TEXT.title
  return justPlaced && (!order || isWaiting(order)) ? TEXT.titlePlaced : TEXT.title
}

/** What one waits for; a kitchen that does not say how far it is leaves it at the time. */
function waitingStep(status: OrderStatus): string {
  if (status === 'ready') return TEXT.stepReady
  return status === 'cooking' ? TEXT.stepCooking : TEXT.stepWait
}

function OrderSkeleton(): ReactNode {
  return (
    <>
      <Skeleton height={500} radius={20} />
      <Skeleton height={90} radius={16} />
      <Skeleton height={160} radius={16} />
    </>
  )
}

function Order({ order, justPlaced }: { order: OrderView; justPlaced: boolean }): ReactNode {
  const now = useNow(10)
  const elder = useElderMode()
  const brought = isBrought(order) && !order.lapsed
  const waiting = isWaiting(order) && !brought && !order.lapsed
  return (
    <>
      {isUnpaid(order) ? <UnpaidTicket order={order} start={justPlaced} /> : null}
      {brought ? <WayTicket order={order} now={now} /> : null}
      {waiting || brought || isUnpaid(order) ? null : <ClosedTicket order={order} now={now} />}
      {waiting && elder.on ? <ElderTicket order={order} now={now} /> : null}
      {waiting && !elder.on ? (
        <>
          <Ticket order={order} now={now} />
          <Card>
            <Steps
              items={[
                { label: TEXT.stepPaid, state: 'done' },
                { label: waitingStep(order.status), state: 'now' },
                { label: TEXT.stepDone, state: 'next' },
              ]}
            />
          </Card>
        </>
      ) : null}
      <OrderDetails order={order} />
      <OrderActions order={order} />
    </>
  )
}
