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

/** The second thing, as a row at the foot of the first one's card. */
export function AlsoRow({ thing, person, now }: { thing: NextThing; person: PersonView; now: Date }): ReactNode {
  const { order } = thing
  return (
    <Pressable
      className={css.also}
      role="link"
      onTap={() => go('/features/canteen/pages/order/index', { id: order.id })}
    >
      <Tile tint="canteen" picture="steaming-bowl" size="s" />
      <View className={css.alsoWords}>{alsoWords(thing, called(order, person), now)}</View>
      <Icon name="right-line" size="s" />
    </Pressable>
  )
}
