import { Image, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { SampleMeal, SampleView } from '@wanli/contracts/kitchen'
import { serverNow } from '@/shared/http/server-clock'
import { pictureAt } from '@/shared/http/upload'
import { MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { DishPicture } from '@/shared/ui/plate'
import { Tag } from '@/shared/ui/tag'
import { KITCHEN_TEXT } from '../kitchen-text'
import { goneText, keptCount, stampOf } from '../model/sample-day'
import css from './sample-meal-card.module.scss'
import { SampleTrace } from './sample-trace'

const TEXT = KITCHEN_TEXT.past

/** A meal of a day: of each dish what was kept, by whom, when, where, until when, and what became of it; then what was made void. */
export function SampleMealCard({ meal }: { meal: SampleMeal }): ReactNode {
  const { dishes, voided, closedReason } = meal
  return (
    <Card
      title={MEAL_TEXT[meal.meal]}
      extra={
        <View className={css.quiet}>
          {closedReason === null ? TEXT.count(keptCount(meal), dishes.length) : TEXT.closed(closedReason)}
        </View>
      }
      flush
    >
      <View className={css.columns}>
        <View>{TEXT.dish}</View>
        <View>{TEXT.grams}</View>
        <View>{TEXT.taken}</View>
        <View>{TEXT.until}</View>
      </View>
      {dishes.map(({ dishId, name, picture, sample }) => (
        <View key={dishId} className={css.row}>
          <What name={name} picture={picture} />
          {sample === null ? <Missing meal={meal} /> : <Record sample={sample} />}
        </View>
      ))}
      {voided.map((sample) => (
        <View key={sample.id} className={css.row}>
          <What name={sample.dishName} picture={sample.picture} isVoid />
          <Record sample={sample} />
        </View>
      ))}
    </Card>
  )
}

function What({ name, picture, isVoid = false }: { name: string; picture: string; isVoid?: boolean }): ReactNode {
  return (
    <View className={css.what}>
      <DishPicture picture={picture} size="s" dim={isVoid} />
      <View className={css.name}>{name}</View>
      {isVoid ? <Tag tone="warm">{TEXT.voided}</Tag> : null}
    </View>
  )
}

/** Nothing of this dish: of a meal that was not served it is nothing to be said, before serving it is still to come. */
function Missing({ meal: { closedReason, dueAt } }: { meal: SampleMeal }): ReactNode {
  if (closedReason !== null) return <View className={css.quiet}>{TEXT.notServed}</View>
  return serverNow() >= new Date(dueAt) ? (
    <View className={css.missing}>{TEXT.missing}</View>
  ) : (
    <View className={css.quiet}>{TEXT.notYet}</View>
  )
}

function Record({ sample }: { sample: SampleView }): ReactNode {
  return (
    <>
      <View className={css.cell}>
        <View className={css.grams}>{TEXT.weight(sample.grams)}</View>
        <View className={css.quiet}>{sample.place}</View>
      </View>
      <View className={css.cell}>
        <View>{stampOf(sample.takenAt)}</View>
        <View className={css.quiet}>{TEXT.takenBy(sample.takenBy)}</View>
      </View>
      <View className={css.cell}>
        {sample.voided === null ? (
          <>
            <View>{TEXT.keepUntil(stampOf(sample.keepUntil))}</View>
            <View className={css.quiet}>{goneText(sample, serverNow())}</View>
          </>
        ) : null}
        <SampleTrace sample={sample} onPaper />
      </View>
      {sample.photo === null ? null : <Photo path={sample.photo} dish={sample.dishName} />}
    </>
  )
}

function Photo({ path, dish }: { path: string; dish: string }): ReactNode {
  return (
    <Image
      className={css.photo}
      src={pictureAt(path)}
      mode="aspectFill"
      {...aria({ role: 'img', label: TEXT.photo(dish) })}
    />
  )
}
