import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { ServiceMode, SittingView } from '@wanli/contracts/canteen'
import { aria } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { Heading } from '@/shared/ui/heading'
import { Icon } from '@/shared/ui/icon'
import { Option } from '@/shared/ui/option'
import type { Cart, CartAction } from '../model/cart'
import { chosenSlot } from '../model/slots'
import { CANTEEN_TEXT, MODE_TEXT } from '../text'
import { AddressChoice } from './address-choice'
import css from './choice-row.module.scss'
import { SlotGrid } from './slot-grid'

const TEXT = CANTEEN_TEXT.checkout
const ICONS = {
  dine_in: 'bowl-2-line',
  pick_up: 'shopping-bag-1-line',
  delivery: 'scooter-line',
} as const satisfies Record<ServiceMode, string>

interface HowAndWhenProps {
  sitting: SittingView
  cart: Cart
  change: (action: CartAction) => void
  now: Date
  /** What is wrong with the time or the door, in a sentence. */
  wrong: string | null
}

/** 怎么吃 and 几点到. */
export function HowAndWhen({ sitting, cart, change, now, wrong }: HowAndWhenProps): ReactNode {
  return (
    <Card title={TEXT.how}>
      <View className={css.row} {...aria({ role: 'radiogroup', label: TEXT.how })}>
        {sitting.modes.map((mode) => (
          <View key={mode} className={css.one}>
            <Option
              snug
              on={cart.mode === mode}
              label={`${MODE_TEXT[mode].name}，${MODE_TEXT[mode].about}`}
              onTap={() => change({ kind: 'mode', mode })}
            >
              <View className={css.inside}>
                <Icon name={ICONS[mode]} size="l" />
                <View className={css.name}>{MODE_TEXT[mode].name}</View>
                <View className={css.about}>{MODE_TEXT[mode].about}</View>
              </View>
            </Option>
          </View>
        ))}
      </View>
      {cart.mode === 'delivery' ? <AddressChoice sitting={sitting} cart={cart} change={change} /> : null}
      {cart.mode !== 'delivery' && sitting.slots.length > 0 ? (
        <>
          <Heading level={2} className={css.sub}>
            {TEXT.when}
          </Heading>
          <SlotGrid
            slots={sitting.slots}
            chosenId={chosenSlot(sitting.slots, cart.slotId, now)?.id ?? null}
            now={now}
            onChange={(slotId) => change({ kind: 'slot', slotId })}
          />
        </>
      ) : null}
      {wrong ? (
        <View className={css.wrong} {...aria({ role: 'alert' })}>
          {wrong}
        </View>
      ) : null}
    </Card>
  )
}
