import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OfferView, Portion } from '@wanli/contracts/canteen'
import { SECTION_TEXT, sectionsOf } from '@/shared/text/menu-sections'
import { Card } from '@/shared/ui/card'
import { Heading } from '@/shared/ui/heading'
import type { Cart } from '../model/cart'
import css from './dish-list.module.scss'
import { DishRow } from './dish-row'

interface DishListProps {
  offers: readonly OfferView[]
  cart: Cart
  canOrder: boolean
  onSet: (offer: OfferView, portion: Portion, quantity: number) => void
  onOpen: (offer: OfferView) => void
}

/** The dishes of a sitting in their groups, in one card. */
export function DishList({ offers, ...row }: DishListProps): ReactNode {
  return (
    <Card flush>
      {sectionsOf(offers).map((section) => (
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
