import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { WalletMonthView } from '@wanli/contracts/wallet'
import { yuan } from '@wanli/kernel/money'
import { Card } from '@/shared/ui/card'
import { classList } from '@/shared/ui/class-list'
import { Turner } from '@/shared/ui/turner'
import { monthQuery } from './api/get-month'
import { shiftMonth } from './model/amount'
import css from './month-card.module.scss'
import { WALLET_TEXT as TEXT } from './text'

/** Four in a row, or two and two: none stands alone. */
const PAIRS = [
  [
    { key: 'spentFen', label: TEXT.spent },
    { key: 'addedFen', label: TEXT.added },
  ],
  [
    { key: 'returnedFen', label: TEXT.returned },
    { key: 'savedFen', label: TEXT.saved },
  ],
] as const satisfies { key: keyof WalletMonthView; label: string }[][]

interface MonthCardProps {
  month: string
  /** The month we are in: there is nothing after it. */
  latest: string
  onChange: (month: string) => void
}

/** Which month, and what it came to. */
export function MonthCard({ month, latest, onChange }: MonthCardProps): ReactNode {
  const { data } = useQuery(monthQuery(month))
  return (
    <>
      <View className={css.head}>
        <Turner
          earlier={TEXT.earlier}
          later={TEXT.later}
          isLast={month >= latest}
          onEarlier={() => onChange(shiftMonth(month, -1))}
          onLater={() => onChange(shiftMonth(month, 1))}
        >
          {TEXT.month(Number(month.slice(5)))}
        </Turner>
      </View>
      <Card>
        <View className={css.sums}>
          {PAIRS.map((pair) => (
            <View key={pair[0].key} className={css.pair}>
              {pair.map(({ key, label }) => (
                <View key={key} className={css.sum}>
                  <View className={css.label}>{label}</View>
                  <View className={classList(css.amount, key === 'savedFen' && css.saved)}>
                    {data ? `¥${yuan(data[key])}` : '…'}
                  </View>
                </View>
              ))}
            </View>
          ))}
        </View>
      </Card>
    </>
  )
}
