import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '@wanli/kernel/money'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { Facts } from '@/shared/ui/facts'
import { Money } from '@/shared/ui/money'
import { Skeleton } from '@/shared/ui/skeleton'
import { walletQuery } from '@/shared/api/get-wallet'
import { facts } from '@/shared/text/facts'
import css from './balance-card.module.scss'
import { WALLET_TEXT } from './text'

/** The balance, large, the pockets it is made of when there is more than one, and the card one carries. */
export function BalanceCard(): ReactNode {
  const query = useQuery(walletQuery)
  return (
    <Card>
      <Async query={query} skeleton={<Skeleton height={96} />}>
        {({ balanceFen, pockets, card }) => (
          <View className={css.balance}>
            <View className={css.label}>{WALLET_TEXT.balance}</View>
            <Money fen={balanceFen} size="xl" />
            {pockets.some(({ pocket, balanceFen: fen }) => pocket === 'gift' && fen > 0) ? (
              <View className={css.label}>
                <Facts
                  text={facts(
                    ...pockets.map(({ pocket, balanceFen: fen }) =>
                      WALLET_TEXT.pocketLine(WALLET_TEXT.pockets[pocket], yuan(fen)),
                    ),
                  )}
                />
              </View>
            ) : null}
            {card ? (
              <View className={css.label}>
                {card.lost ? WALLET_TEXT.cardLost(card.number) : WALLET_TEXT.card(card.number)}
              </View>
            ) : null}
          </View>
        )}
      </Async>
    </Card>
  )
}
