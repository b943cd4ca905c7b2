import type { UseQueryResult } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OfferView, OrderListItem, SittingView } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError, type ApiError } from '@/shared/http/api-error'
import { go } from '@/shared/navigation'
import { MEAL_TEXT, dayAndMeal } from '@/shared/text/when'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Money } from '@/shared/ui/money'
import { DishPicture } from '@/shared/ui/plate'
import { Pressable } from '@/shared/ui/pressable'
import { Skeleton } from '@/shared/ui/skeleton'
import { Tag } from '@/shared/ui/tag'
import { Tile } from '@/shared/ui/tile'
import { cutOffWords } from './model/cut-off-words'
import { hasOrdered, topOffers } from './model/sitting-card.rules'
import { OfflineCard } from './offline-card'
import css from './sitting-card.module.scss'
import { HOME_TEXT } from './text'
import { TroubleCard } from './trouble-card'

interface SittingCardProps {
  query: UseQueryResult<SittingView | null>
  orders: readonly OrderListItem[]
  /** Null to a guest, who is shown list prices. */
  person: PersonView | null
  now: Date
}

function Dish({ offer }: { offer: OfferView }): ReactNode {
  return (
    <View className={css.dish}>
      <DishPicture picture={offer.dish.picture} size="l" />
      <View className={css.name}>{offer.dish.name}</View>
      <Money fen={offer.myFen} size="s" />
    </View>
  )
}

/** What is said below a meal, and what one may do. `ordered`: whether it is ordered already; null to a guest. */
function invitation(meal: string, ordered: boolean | null): [said: string, action: string] {
  if (ordered === null) return [HOME_TEXT.guestPrice, HOME_TEXT.goLook]
  return ordered ? [HOME_TEXT.ordered(meal), HOME_TEXT.goMore] : [HOME_TEXT.notOrdered(meal), HOME_TEXT.goOrder]
}

function Menu({ sitting, orders, person, now }: Omit<SittingCardProps, 'query'> & { sitting: SittingView }): ReactNode {
  const meal = MEAL_TEXT[sitting.meal]
  const [said, action] = invitation(meal, person && hasOrdered(orders, sitting, person.id))
  const open = (): void => go('/features/canteen/pages/menu/index', { day: sitting.day, meal: sitting.meal })
  return (
    <Card
      title={dayAndMeal(sitting.day, sitting.meal, businessDayOf(now))}
      extra={
        <Tag tone="warm" icon="alarm-2-line">
          {cutOffWords(sitting, now)}
        </Tag>
      }
    >
      <Pressable className={css.dishes} role="link" onTap={open}>
        {topOffers(sitting.offers, 3).map((offer) => (
          <Dish key={offer.id} offer={offer} />
        ))}
      </Pressable>
      <View className={css.foot}>
        <View className={css.said}>{said}</View>
        <Button kind="soft" size="s" onTap={open}>
          {action}
        </Button>
      </View>
    </Card>
  )
}

const skeleton = (
  <Card>
    <Skeleton height={26} width="40%" />
    <View className={css.dishes}>
      {[1, 2, 3].map((place) => (
        <View key={place} className={css.dish}>
          <Skeleton height={98} radius={12} />
          <Skeleton height={20} width="70%" />
          <Skeleton height={26} width="50%" />
        </View>
      ))}
    </View>
    <View className={css.foot}>
      <Skeleton height={42} width="40%" />
    </View>
  </Card>
)

const none = (
  <Card flush>
    <Cell
      tile={<Tile tint="canteen" picture="steaming-bowl" />}
      title={HOME_TEXT.noSitting}
      text={HOME_TEXT.noSittingText}
      onTap={() => go('/features/canteen/pages/menu/index')}
    />
  </Card>
)

function Trouble({ error, onRetry }: { error: ApiError; onRetry: () => void }): ReactNode {
  if (error.code === 'network') return <OfflineCard kept={null} onRetry={onRetry} />
  return <TroubleCard error={error} onRetry={onRetry} />
}

/** The next meal one can order: its dishes at one's own prices (a guest: list prices), and how long there is. */
export function SittingCard({ query, ...rest }: SittingCardProps): ReactNode {
  const failure = query.data === undefined ? (query.error ?? query.failureReason) : null
  if (failure) return <Trouble error={asApiError(failure)} onRetry={() => void query.refetch()} />
  return (
    <Async query={query} skeleton={skeleton} isEmpty={(sitting) => sitting === null} empty={none}>
      {(sitting) => (sitting ? <Menu sitting={sitting} {...rest} /> : none)}
    </Async>
  )
}
