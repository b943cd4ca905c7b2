import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderListItem } from '@wanli/contracts/canteen'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { Section } from '@/shared/ui/section'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useOpenOrders, useOrderPages } from '../../api/get-orders'
import { OrderRow } from '../../components/order-row'
import { SignInFirst } from '../../components/sign-in-first'
import { CANTEEN_TEXT } from '../../text'
import css from './index.module.scss'

const TEXT = CANTEEN_TEXT.orders

/** 我的订单: those that still wait first, then all the others, a page at a time. */
export default function OrdersPage(): ReactNode {
  const { state } = useSession()
  return <Screen title={TEXT.title}>{state === 'signed_in' ? <Orders /> : <SignInFirst />}</Screen>
}

function Orders(): ReactNode {
  const open = useOpenOrders()
  const pages = useOrderPages()
  const more = (): void => {
    if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage()
  }
  useReachBottom(more)
  const waiting = new Set(open.data?.map((order) => order.id))
  const past = pages.data?.pages.flatMap((page) => page.items).filter((order) => !waiting.has(order.id)) ?? []
  return (
    <Async query={open} skeleton={<SkeletonRows count={6} height={96} />}>
      {(orders) => (
        <Async
          query={pages as never}
          skeleton={<SkeletonRows count={6} height={96} />}
          isEmpty={() => orders.length === 0 && past.length === 0}
          empty={
            <EmptyState
              title={TEXT.emptyTitle}
              text={TEXT.emptyText}
              action={{ label: TEXT.emptyAction, onTap: () => go('/features/canteen/pages/menu/index') }}
            />
          }
        >
          {() => (
            <>
              <Group title={TEXT.open} orders={orders} />
              <Group title={TEXT.past} orders={past} />
              <View className={css.more}>
                {pages.hasNextPage ? (
                  <Button kind="text" loading={pages.isFetchingNextPage} onTap={more}>
                    {TEXT.more}
                  </Button>
                ) : (
                  TEXT.end
                )}
              </View>
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
