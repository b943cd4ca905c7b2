import { View } from '@tarojs/components'
import { startTransition, useEffect, useState, type ReactNode } from 'react'
import type { OfferView, Portion } from '@wanli/contracts/canteen'
import { Card } from '@/shared/ui/card'
import { Heading } from '@/shared/ui/heading'
import type { Cart } from '../model/cart'
import { firstOf, sectionsOf } from '../model/sections'
import { SECTION_TEXT } from '../text'
import css from './dish-list.module.scss'
import { DishRow } from './dish-row'

interface DishListProps {
  offers: readonly OfferView[]
  cart: Cart
  canOrder: boolean
  onSet: (offer: OfferView, portion: Portion, quantity: number) => void
  onOpen: (offer: OfferView) => void
}

/** As many as a tall phone shows at once. */
const SCREENFUL = 6
/** Room for a frame between two screenfuls. */
const FRAME_MS = 50

/** How many of `total` are drawn: a screenful at once, the rest by and by. A plain phone needs most of a second for thirty dishes, and shows six. */
function useScreenfuls(total: number): number {
  const [count, setCount] = useState(SCREENFUL)
  useEffect(() => {
    if (count >= total) return undefined
    const timer = setTimeout(() => startTransition(() => setCount(count + SCREENFUL)), FRAME_MS)
    return () => clearTimeout(timer)
  }, [count, total])
  return count
}

/** The dishes of a sitting in their groups, in one card. */
export function DishList({ offers, ...row }: DishListProps): ReactNode {
  const count = useScreenfuls(offers.length)
  return (
    <Card flush>
      {firstOf(sectionsOf(offers), count).map((section) => (
        <View key={section.key}>
          <Heading level={2} className={css.title}>
            {SECTION_TEXT[section.key]}
          </Heading>
          {section.offers.map((offer) => (
            <DishRow key={offer.id} offer={offer} {...row} />
          ))}
        </View>
      ))}
    </Card>
  )
}
