import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { QuoteView } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { Card } from '@/shared/ui/card'
import { DishPicture } from '@/shared/ui/plate'
import { Skeleton } from '@/shared/ui/skeleton'
import type { PricedLine } from '../model/cart'
import { CANTEEN_TEXT } from '../text'
import css from './order-card.module.scss'
import { PriceSteps } from './price-steps'

const TEXT = CANTEEN_TEXT.checkout

interface OrderCardProps {
  title: string
  lines: readonly PricedLine[]
  /** Absent while the price is on its way. */
  quote: QuoteView | undefined
}

/** What is being ordered at list price, and how the price comes about under it, so that the sum can be followed. */
export function OrderCard({ title, lines, quote }: OrderCardProps): ReactNode {
  return (
    <Card title={title} extra={<View className={css.count}>{TEXT.kinds(lines.length)}</View>}>
      {lines.map((line) => (
        <View key={`${line.offerId}-${line.portion}`} className={css.line}>
          <DishPicture picture={line.offer.dish.picture} size="s" />
          <View className={css.name}>
            {line.offer.dish.name}
            {line.portion === 'half' ? `（${CANTEEN_TEXT.menu.half}）` : ''}
          </View>
          <View className={css.times}>{TEXT.times(line.quantity)}</View>
          <View className={css.amount}>¥{yuan(line.listFen)}</View>
        </View>
      ))}
      {quote ? (
        <PriceSteps steps={quote.explanation} />
      ) : (
        <View className={css.waiting}>
          <Skeleton height={132} radius={12} />
        </View>
      )}
    </Card>
  )
}
