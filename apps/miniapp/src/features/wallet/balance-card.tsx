import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '@wanli/kernel/money'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { Money } from '@/shared/ui/money'
import { Skeleton } from '@/shared/ui/skeleton'
import { walletQuery } from '@/shared/api/get-wallet'
import css from './balance-card.module.scss'
import { WALLET_TEXT } from './text'

/** The balance, large, and the pockets it is made of when there is more than one. */
export function BalanceCard(): ReactNode {
  const query = useQuery(walletQuery)
  return (
    <Card>
      <Async query={query} skeleton={<Skeleton height={96} />}>
        {(wallet) => (
          <View className={css.balance}>
            <View className={css.label}>{WALLET_TEXT.balance}</View>
            <Money fen={wallet.balanceFen} size="xl" />
            {wallet.pockets.length > 1 ? (
              <View className={css.label}>
                {wallet.pockets
                  .map(({ pocket, balanceFen }) =>
                    WALLET_TEXT.pocketLine(WALLET_TEXT.pockets[pocket], yuan(balanceFen)),
                  )
                  .join(' · ')}
              </View>
            ) : null}
          </View>
        )}
      </Async>
    </Card>
  )
}
