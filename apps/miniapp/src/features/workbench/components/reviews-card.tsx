import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { DishReviewsView } from '@wanli/contracts/reviews'
import { monthDayText } from '@wanli/kernel/shanghai-time'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { DishPicture } from '@/shared/ui/plate'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { Tag } from '@/shared/ui/tag'
import { reviewsQuery, type DaySpan } from '../api/manage'
import { MANAGE_TEXT as TEXT } from '../manage-text'
import css from './reviews-card.module.scss'

/** What people say of the dishes of these days; names are masked by the server. */
export function ReviewsCard({ span }: { span: DaySpan }): ReactNode {
  const query = useQuery(reviewsQuery(span))
  return (
    <Card title={TEXT.reviews}>
      <Async
        query={query}
        skeleton={<SkeletonRows count={2} height={60} />}
        isEmpty={(data) => data.length === 0}
        empty={<View className={css.quiet}>{TEXT.reviewsNone}</View>}
      >
        {(dishes) => dishes.map((dish) => <Dish key={dish.dishId} dish={dish} />)}
      </Async>
    </Card>
  )
}

function Dish({ dish }: { dish: DishReviewsView }): ReactNode {
  return (
    <View className={css.dish}>
      <DishPicture picture={dish.picture} size="s" />
      <View className={css.about}>
        <View className={css.head}>
          <View className={css.name}>{dish.dishName}</View>
          <View className={css.stars}>{TEXT.stars(dish.average, dish.count)}</View>
        </View>
        <View className={css.tags}>
          {dish.tags.map(({ tag, count }) => (
            <Tag key={tag}>{TEXT.tag(tag, count)}</Tag>
          ))}
        </View>
        {dish.texts.map((one, index) => (
          <View key={index} className={css.text}>
            <View>{one.text}</View>
            <View className={css.quiet}>{TEXT.by(one.by, monthDayText(one.day))}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
