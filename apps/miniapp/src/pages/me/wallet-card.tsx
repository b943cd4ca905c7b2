import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { go } from '@/shared/navigation'
import { openOrdersQuery } from '@/shared/api/get-open-orders'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Money } from '@/shared/ui/money'
import { Skeleton } from '@/shared/ui/skeleton'
import { walletQuery } from '@/shared/api/get-wallet'
import { ME_TEXT } from './text'
import css from './wallet-card.module.scss'

function Balance(): ReactNode {
  const { data, error } = useQuery(walletQuery)
  if (data) return <Money fen={data.balanceFen} size="l" />
  // A card among others: one line says what is wrong; pulling down tries again.
  if (error) return <View className={css.error}>{asApiError(error).detail}</View>
  return <Skeleton height={43} width="120px" />
}

/** What I have, and what I have ordered. */
export function WalletCard(): ReactNode {
  const waiting = useQuery(openOrdersQuery).data?.filter(({ status }) => status !== 'placed').length ?? 0
  return (
    <Card flush>
      <View className={css.top}>
        <View className={css.balance}>
          <View className={css.label}>{ME_TEXT.balance}</View>
          <Balance />
        </View>
        <View className={css.acts}>
          <Button kind="line" size="s" onTap={() => go('/features/wallet/pages/statement/index')}>
            {ME_TEXT.statement}
          </Button>
          <Button size="s" onTap={() => go('/features/wallet/pages/top-up/index')}>
            {ME_TEXT.topUp}
          </Button>
        </View>
      </View>
      <View className={css.line} />
      <Cell
        icon="bowl-2-line"
        title={ME_TEXT.orders}
        text={ME_TEXT.ordersText}
        value={waiting > 0 ? ME_TEXT.waiting(waiting) : undefined}
        onTap={() => go('/features/canteen/pages/orders/index')}
      />
    </Card>
  )
}
