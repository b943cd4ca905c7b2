import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import { openOrdersQuery } from '@/shared/api/get-open-orders'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { LoadMore } from '@/shared/ui/load-more'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { Section } from '@/shared/ui/section'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useOrderPages } from '../../api/get-orders'
import { OrderRow } from '../../components/order-row'
import { CANTEEN_TEXT } from '../../text'

const TEXT = CANTEEN_TEXT.orders

/** 我的订单: those that still wait first, then all the others, a page at a time. */
export default function OrdersPage(): ReactNode {
  const { state } = useSession()
  return (
    <CanteenScreen title={TEXT.title}>
      {state === 'signed_in' ? <Orders /> : <SignInFirst text={CANTEEN_TEXT.signIn} />}
    </CanteenScreen>
  )
}

function Orders(): ReactNode {
  const open = useQuery(openOrdersQuery)
  const pages = useOrderPages()
  const waiting = new Set(open.data?.map((order) => order.id))
  const skeleton = <SkeletonRows count={6} height={96} />
  const empty = (
    <EmptyState
      title={TEXT.emptyTitle}
      text={TEXT.emptyText}
      action={{ label: TEXT.emptyAction, onTap: () => go('/features/canteen/pages/menu/index') }}
    />
  )
  return (
    <Async query={open} skeleton={skeleton}>
      {(orders) => (
        <Async
          query={pages}
          skeleton={skeleton}
          isEmpty={(all) => orders.length === 0 && all.length === 0}
          empty={empty}
        >
          {(all) => (
            <>
              <Group title={TEXT.open} orders={orders} />
              <Group title={TEXT.past} orders={all.filter((order) => !waiting.has(order.id))} />
              <LoadMore query={pages} />
            </>
          )}
        </Async>
      )}
    </Async>
  )
}

function Group({ title, orders }: { title: string; orders: readonly OrderListItem[] }): ReactNode {
  const now = useNow(60)
  if (orders.length === 0) return null
  return (
    <Section title={title}>
      <Card flush>
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} now={now} />
        ))}
      </Card>
    </Section>
  )
}
