import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { businessDayOf, clockText } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { dayAndMeal, spanText } from '@/shared/text/when'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Facts } from '@/shared/ui/facts'
import type { LastNumber } from './last-number.store'
import { fetchSpan } from './model/next-thing.rules'
import css from './offline-card.module.scss'
import { RetryCard } from './retry-card'
import { HOME_TEXT } from './text'

interface OfflineCardProps {
  kept: LastNumber | null
  onRetry: () => void
}

/** No network: the meal that was last known with its number, as large as with network, and since when. */
export function OfflineCard({ kept, onRetry }: OfflineCardProps): ReactNode {
  if (!kept)
    return <RetryCard icon="wifi-off-line" title={HOME_TEXT.offline} text={HOME_TEXT.offlinePlain} onRetry={onRetry} />
  const now = serverNow()
  const meal = dayAndMeal(kept.day, kept.meal, businessDayOf(now))
  const span = fetchSpan({ slot: kept.span, serving: { from: kept.span.from, to: kept.until } }, now)
  return (
    <Card
      title={kept.eaterName === null ? meal : HOME_TEXT.mealOf(kept.eaterName, meal)}
      extra={
        <Button kind="soft" size="s" onTap={onRetry}>
          {HOME_TEXT.retry}
        </Button>
      }
    >
      <View className={css.label}>{kept.where === null ? HOME_TEXT.broughtNumber : HOME_TEXT.number}</View>
      <View className={css.number}>{kept.pickupNumber}</View>
      <View>
        <Facts text={HOME_TEXT.placeAndTime(spanText(span), kept.where ?? HOME_TEXT.home)} />
      </View>
      <View className={css.kept}>{HOME_TEXT.offlineKept(clockText(new Date(kept.savedAt)))}</View>
    </Card>
  )
}
