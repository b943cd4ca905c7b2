import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { go } from '@/shared/navigation'
import { aria } from '@/shared/ui/aria'
import { Pressable } from '@/shared/ui/pressable'
import { CallCanteen } from './call-canteen'
import css from './elder-home.module.scss'
import { searchWords } from './model/next-words'
import type { NextThing } from './model/next-thing.rules'

/** Nobody answered the door, in the care mode: what to do, and the canteen's telephone. `who` as of {@link called}. */
export function ElderSearch({ thing, who }: { thing: NextThing; who: string }): ReactNode {
  const words = searchWords(who)
  return (
    <View className={css.alarm} {...aria({ role: 'alert' })}>
      <Pressable onTap={() => go('/features/canteen/pages/order/index', { id: thing.order.id })}>
        <View className={css.alarmWhat}>{words.what}</View>
        <View className={css.alarmLine}>{words.line}</View>
      </Pressable>
      <CallCanteen orderId={thing.order.id} plain />
    </View>
  )
}
