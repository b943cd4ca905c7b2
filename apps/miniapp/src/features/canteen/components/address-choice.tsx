import { View } from '@tarojs/components'
import { useEffect, type ReactNode } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import { useAddresses } from '@/shared/api/get-addresses'
import { go } from '@/shared/navigation'
import { spanText } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Heading } from '@/shared/ui/heading'
import { Option } from '@/shared/ui/option'
import { Skeleton } from '@/shared/ui/skeleton'
import type { Cart, CartAction } from '../model/cart'
import { DELIVERY_TEXT as TEXT } from '../delivery-text'
import css from './address-choice.module.scss'

interface AddressChoiceProps {
  sitting: SittingView
  cart: Cart
  change: (action: CartAction) => void
}

/** 送到哪: an address of the eater that this canteen's couriers pass, or a new one. The only one is chosen by itself. */
export function AddressChoice({ sitting, cart, change }: AddressChoiceProps): ReactNode {
  const query = useAddresses(cart.forPersonId, true)
  const addresses = query.data?.filter(({ canteenId }) => canteenId === sitting.canteenId)
  const chosen = addresses?.find(({ id }) => id === cart.addressId)
  const first = addresses?.[0]?.id ?? null
  const isUnset = addresses !== undefined && chosen === undefined && first !== null
  useEffect(() => {
    if (isUnset) change({ kind: 'address', addressId: first })
  }, [isUnset, first, change])
  const add = (): void => go('/features/delivery/pages/address/index', { for: cart.forPersonId ?? undefined })
  return (
    <View className={css.choice}>
      <Heading level={2} className={css.title}>
        {TEXT.where}
      </Heading>
      <Async query={query} skeleton={<Skeleton height={64} radius={12} />}>
        {() => (
          <View className={css.list} {...aria({ role: 'radiogroup', label: TEXT.where })}>
            {addresses?.map(({ id, text, note }) => (
              <Option
                key={id}
                on={id === chosen?.id}
                label={text}
                onTap={() => change({ kind: 'address', addressId: id })}
              >
                <View className={css.text}>{text}</View>
                {note ? <View className={css.note}>{note}</View> : null}
              </Option>
            ))}
            {addresses?.length === 0 ? <View className={css.note}>{TEXT.none}</View> : null}
          </View>
        )}
      </Async>
      <Button kind="soft" block icon="add-line" onTap={add}>
        {TEXT.add}
      </Button>
      <View className={css.note}>{TEXT.byServing(spanText(sitting.serving))}</View>
    </View>
  )
}
