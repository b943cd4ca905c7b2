import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { OfferView, Portion, PriceBasis } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { Button } from '@/shared/ui/button'
import { Dialog } from '@/shared/ui/dialog'
import { Icon } from '@/shared/ui/icon'
import { Money } from '@/shared/ui/money'
import { Pressable } from '@/shared/ui/pressable'
import { cartTotal, countOf, priceLines, type Cart } from '../model/cart'
import { CANTEEN_TEXT } from '../text'
import css from './cart-bar.module.scss'
import { CartSheet } from './cart-sheet'

const TEXT = CANTEEN_TEXT.cart

interface CartBarProps {
  cart: Cart
  offers: readonly OfferView[]
  basis: PriceBasis
  onSet: (offer: OfferView, portion: Portion, quantity: number) => void
  onClear: () => void
  onNext: () => void
}

/** What is picked, what it costs and what was saved; a tap explains it. It is emptied only after a question. */
export function CartBar({ cart, offers, basis, onSet, onClear, onNext }: CartBarProps): ReactNode {
  const [open, setOpen] = useState(false)
  const [asks, setAsks] = useState(false)
  const lines = priceLines(cart, offers)
  const total = cartTotal(lines, basis.percent)
  const count = countOf(cart)
  if (count === 0) return <EmptyBar />
  return (
    <View className={css.bar}>
      <Pressable className={css.sum} label={TEXT.open(count)} onTap={() => setOpen(true)}>
        <View className={css.bag}>
          <Icon name="bowl-2-line" size="l" />
          <View className={css.badge}>{count}</View>
        </View>
        <View className={css.words}>
          <Money fen={total.myFen} size="l" />
          <View className={css.save}>
            {total.listFen > total.myFen ? <View>{`${TEXT.saved(yuan(total.listFen - total.myFen))}，`}</View> : null}
            <View className={css.details}>
              {TEXT.details}
              <Icon name="up-line" size="xs" />
            </View>
          </View>
        </View>
      </Pressable>
      <View className={css.next}>
        <Button block onTap={onNext}>
          {TEXT.next}
        </Button>
      </View>
      <CartSheet
        open={open}
        lines={lines}
        cart={cart}
        basis={basis}
        onSet={onSet}
        onClear={() => {
          setOpen(false)
          setAsks(true)
        }}
        onClose={() => setOpen(false)}
      />
      <Dialog
        open={asks}
        title={TEXT.clearTitle}
        text={TEXT.clearBody(count)}
        confirm={{
          label: TEXT.clearYes,
          kind: 'danger',
          onTap: () => {
            setAsks(false)
            onClear()
          },
        }}
        cancel={{ label: TEXT.clearNo, onTap: () => setAsks(false) }}
      />
    </View>
  )
}

/** Nothing picked yet. */
function EmptyBar(): ReactNode {
  return (
    <View className={css.bar}>
      <View className={css.bag}>
        <Icon name="bowl-2-line" size="l" />
      </View>
      <View className={css.words}>
        <View className={css.none}>{TEXT.empty}</View>
        <View className={css.hint}>{TEXT.emptyText}</View>
      </View>
    </View>
  )
}
