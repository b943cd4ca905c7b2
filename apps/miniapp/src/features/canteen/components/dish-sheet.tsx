import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OfferView, Portion } from '@wanli/contracts/canteen'
import { Picture } from '@/shared/ui/picture'
import { Price } from '@/shared/ui/price'
import { Sheet } from '@/shared/ui/sheet'
import { Stepper } from '@/shared/ui/stepper'
import { Tag } from '@/shared/ui/tag'
import { ratingQuery } from '../api/reviews'
import { mostOf, quantityOf, type Cart } from '../model/cart'
import { isSoldOut } from '../model/left'
import { CANTEEN_TEXT, KIND_TEXT } from '../text'
import { REVIEWS_TEXT } from '../reviews-text'
import { ClashTag } from './clash-tag'
import css from './dish-sheet.module.scss'
import { NutritionTable } from './nutrition-table'

const TEXT = CANTEEN_TEXT.menu
/** px at scale 1. */
const PICTURE_SIDE = 184

interface DishSheetProps {
  /** The dish that is looked at; null closes the sheet. */
  offer: OfferView | null
  cart: Cart
  canOrder: boolean
  onSet: (offer: OfferView, portion: Portion, quantity: number) => void
  onClose: () => void
}

/** Everything about one dish: sizes with their prices, what is in it, what it may do to one. */
export function DishSheet({ offer, cart, canOrder, onSet, onClose }: DishSheetProps): ReactNode {
  if (!offer) return null
  const { dish, half } = offer
  const buy = canOrder && !isSoldOut(offer)
  const size = (portion: Portion, price: { listFen: number; myFen: number }): ReactNode => (
    <View className={css.size}>
      <View className={css.portion}>{portion === 'half' ? TEXT.half : TEXT.whole}</View>
      <Price fen={price.myFen} wasFen={price.listFen} />
      <View className={css.step}>
        {buy ? (
          <Stepper
            value={quantityOf(cart, offer.id, portion)}
            min={0}
            max={mostOf(cart, offer, portion)}
            label={`${dish.name} ${portion === 'half' ? TEXT.half : TEXT.whole}`}
            onChange={(quantity) => onSet(offer, portion, quantity)}
          />
        ) : null}
      </View>
    </View>
  )
  return (
    <Sheet open title={dish.name} onClose={onClose}>
      <View className={css.picture}>
        <Picture name={dish.picture} size={PICTURE_SIDE} />
      </View>
      <View className={css.tags}>
        <Tag>{KIND_TEXT[dish.kind]}</Tag>
        {dish.lowSalt ? <Tag tone="ok">{TEXT.lowSalt}</Tag> : null}
        {dish.soft ? <Tag tone="ok">{TEXT.soft}</Tag> : null}
        <ClashTag clash={offer.clash} forPersonId={cart.forPersonId} />
        {isSoldOut(offer) ? <Tag tone="warm">{TEXT.soldOut}</Tag> : null}
        <Rating dishId={dish.id} />
      </View>
      {size('whole', offer)}
      {half ? size('half', half) : null}
      <View className={css.label}>{TEXT.ingredients}</View>
      <View>{CANTEEN_TEXT.names(dish.ingredients)}</View>
      <View className={css.label}>{TEXT.allergens}</View>
      <View className={css.allergens}>
        {dish.allergens.length > 0 ? TEXT.contains(dish.allergens) : TEXT.noAllergens}
      </View>
      <NutritionTable nutrition={dish.nutrition} />
    </Sheet>
  )
}

/** How the dish is liked, once enough people have said so. */
function Rating({ dishId }: { dishId: string }): ReactNode {
  const { data: rating } = useQuery(ratingQuery(dishId))
  if (!rating) return null
  return (
    <Tag tone="ok" icon="star-fill">
      {REVIEWS_TEXT.rating(rating.average, rating.count)}
    </Tag>
  )
}
