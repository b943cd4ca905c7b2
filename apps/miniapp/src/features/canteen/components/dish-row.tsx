import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OfferView, Portion } from '@wanli/contracts/canteen'
import { facts } from '@/shared/text/facts'
import { Facts } from '@/shared/ui/facts'
import { Heading } from '@/shared/ui/heading'
import { DishPicture } from '@/shared/ui/plate'
import { Pressable } from '@/shared/ui/pressable'
import { Price } from '@/shared/ui/price'
import { Stepper } from '@/shared/ui/stepper'
import { Tag } from '@/shared/ui/tag'
import { mostOf, quantityOf, type Cart } from '../model/cart'
import { fewLeft, isSoldOut } from '../model/left'
import { CANTEEN_TEXT } from '../text'
import { ClashTag } from './clash-tag'
import css from './dish-row.module.scss'

const TEXT = CANTEEN_TEXT.menu

interface DishRowProps {
  offer: OfferView
  cart: Cart
  /** False when the sitting takes no orders: nothing to press. */
  canOrder: boolean
  onSet: (offer: OfferView, portion: Portion, quantity: number) => void
  onOpen: (offer: OfferView) => void
}

/** What one should know before choosing: allergens, less salt, soft, small portion. */
const factsOf = ({ dish, half }: OfferView): string =>
  facts(
    dish.allergens.length > 0 ? TEXT.contains(dish.allergens) : '',
    dish.lowSalt ? TEXT.lowSalt : '',
    dish.soft ? TEXT.soft : '',
    half ? TEXT.hasHalf : '',
  )

/** A dish on the menu. Its picture and name open what is in it; the plus takes a whole portion. */
export function DishRow({ offer, cart, canOrder, onSet, onOpen }: DishRowProps): ReactNode {
  const { dish, half } = offer
  const soldOut = isSoldOut(offer)
  const few = fewLeft(offer)
  const small = quantityOf(cart, offer.id, 'half')
  const step = (portion: Portion): ReactNode => (
    <Stepper
      value={quantityOf(cart, offer.id, portion)}
      min={0}
      max={mostOf(cart, offer, portion)}
      label={portion === 'half' ? `${dish.name} ${TEXT.half}` : dish.name}
      onChange={(quantity) => onSet(offer, portion, quantity)}
    />
  )
  return (
    <View className={css.row}>
      {/* The words beside it are the button; tapping the picture is a courtesy. */}
      <View onClick={() => onOpen(offer)}>
        <DishPicture picture={dish.picture} size="m" dim={soldOut} />
      </View>
      <View className={css.side}>
        <Pressable label={TEXT.seeDish(dish.name)} onTap={() => onOpen(offer)}>
          <View className={css.head}>
            <Heading level={3} className={css.name}>
              {dish.name}
            </Heading>
            <ClashTag clash={offer.clash} forPersonId={cart.forPersonId} />
            {few !== null ? <Tag tone="warm">{TEXT.left(few)}</Tag> : null}
          </View>
          <View className={css.facts}>
            <Facts text={factsOf(offer)} />
          </View>
        </Pressable>
        <View className={css.buy}>
          {soldOut ? (
            <View className={css.out}>{TEXT.soldOut}</View>
          ) : (
            <Price fen={offer.myFen} wasFen={offer.listFen} />
          )}
          {canOrder && !soldOut ? <View className={css.step}>{step('whole')}</View> : null}
        </View>
        {half && small > 0 ? (
          <View className={css.buy}>
            <View className={css.small}>
              {TEXT.half}
              <Price fen={half.myFen} wasFen={half.listFen} size="s" />
            </View>
            <View className={css.step}>{step('half')}</View>
          </View>
        ) : null}
      </View>
    </View>
  )
}
