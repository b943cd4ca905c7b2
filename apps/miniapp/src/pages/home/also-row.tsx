import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { PersonView } from '@wanli/contracts/people'
import { go } from '@/shared/navigation'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import { Tile } from '@/shared/ui/tile'
import { alsoWords } from './model/also-words'
import { called, type NextThing } from './model/next-thing.rules'
import css from './pickup-card.module.scss'
import { HOME_TEXT } from './text'

interface AlsoRowsProps {
  /** What comes after the first thing, soonest first. */
  others: readonly NextThing[]
  person: PersonView
  now: Date
}

/** The second thing, as a row at the foot of the first one's card, and how many there are beside these two. */
export function AlsoRows({ others: [second, ...more], person, now }: AlsoRowsProps): ReactNode {
  if (!second) return null
  const { order } = second
  return (
    <View className={css.also}>
      <Pressable
        className={css.alsoRow}
        role="link"
        onTap={() => go('/features/canteen/pages/order/index', { id: order.id })}
      >
        <Tile tint="canteen" picture="steaming-bowl" size="s" />
        <View className={css.alsoWords}>{alsoWords(second, called(order, person), now)}</View>
        <Icon name="right-line" size="s" />
      </Pressable>
      {more.length > 0 ? (
        <Pressable className={css.alsoMore} role="link" onTap={() => go('/features/canteen/pages/orders/index')}>
          <View className={css.alsoWords}>{HOME_TEXT.moreMeals(more.length)}</View>
          <Icon name="right-line" size="s" />
        </Pressable>
      ) : null}
    </View>
  )
}
