import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { OrderDeliveryView } from '@wanli/contracts/delivery'
import { asApiError } from '@/shared/http/api-error'
import { phoneCall } from '@/shared/phone-call'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import css from '@/shared/ui/form.module.scss'
import { useRevealPhone } from '../api/reveal-phone'
import { RING_TEXT as TEXT } from '../way-text'

/** Rings who does not answer their door. The number is asked for by the first tap, which they can read of, and stands here until one leaves. */
export function RingEater({ way }: { way: OrderDeliveryView }): ReactNode {
  const { data, error, isPending, mutate } = useRevealPhone(way.orderId)
  if (!way.actions.includes('ring')) return null
  const ring = (): void => {
    if (data) phoneCall(data.phone)
    else if (!isPending) mutate(undefined, { onSuccess: ({ phone }) => phoneCall(phone) })
  }
  return (
    <View className={css.form}>
      <Button size="l" block icon="phone-fill" loading={isPending} onTap={ring}>
        {data ? TEXT.dial(data.phone) : TEXT.ring(way.eater.name)}
      </Button>
      <View className={css.help}>{TEXT.logged}</View>
      {error === null ? null : (
        <View className={css.wrong} {...aria({ role: 'alert' })}>
          {asApiError(error).detail}
        </View>
      )}
    </View>
  )
}
