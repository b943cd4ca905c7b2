import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OfferView, Portion, PriceBasis } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { Button } from '@/shared/ui/button'
import { Sheet } from '@/shared/ui/sheet'
import { Stepper } from '@/shared/ui/stepper'
import { cartTotal, mostOf, type Cart, type PricedLine } from '../model/cart'
import { isElder } from '../model/eater'
import { CANTEEN_TEXT } from '../text'
import css from './cart-sheet.module.scss'
import { PriceSteps } from './price-steps'

const TEXT = CANTEEN_TEXT.cart

interface CartSheetProps {
  open: boolean
  lines: readonly PricedLine[]
  cart: Cart
  basis: PriceBasis
  onSet: (offer: OfferView, portion: Portion, quantity: number) => void
  onClear: () => void
  onClose: () => void
}

/** What is picked, with counters, and how the total comes about. */
export function CartSheet({ open, lines, cart, basis, onSet, onClear, onClose }: CartSheetProps): ReactNode {
  const total = cartTotal(lines, basis.percent)
  const steps = [
    { kind: 'list', label: TEXT.list, reason: null, amountFen: total.listFen },
    ...(basis.percent < 100
      ? [{ kind: 'age_discount', label: basis.reason, reason: null, amountFen: total.myFen - total.listFen } as const]
      : []),
    { kind: 'pay', label: TEXT.total, reason: isElder(basis.age) ? TEXT.subsidyNote : null, amountFen: total.myFen },
  ] as const
  return (
    <Sheet
      open={open}
      title={TEXT.title}
      onClose={onClose}
      footer={
        <Button kind="line" block onTap={onClear}>
          {TEXT.clear}
        </Button>
      }
    >
      {lines.map((line) => (
        <View key={`${line.offerId}-${line.portion}`} className={css.line}>
          <View className={css.words}>
            <View className={css.name}>
              {line.offer.dish.name}
              {line.portion === 'half' ? `（${CANTEEN_TEXT.menu.half}）` : ''}
            </View>
            <View className={css.amount}>¥{yuan(line.listFen)}</View>
          </View>
          <Stepper
            value={line.quantity}
            min={0}
            max={mostOf(cart, line.offer, line.portion)}
            label={line.offer.dish.name}
            onChange={(quantity) => onSet(line.offer, line.portion, quantity)}
          />
        </View>
      ))}
      <PriceSteps steps={steps} />
    </Sheet>
  )
}
