import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuan } from '@wanli/kernel/money'
import { aria } from './aria'
import { Money } from './money'
import css from './price.module.scss'
import { UI_TEXT } from './text'

/** What one pays, with the list price struck beside it when that is higher. Both in fen. */
export function Price({
  fen,
  wasFen,
  size = 'm',
}: {
  fen: number
  wasFen?: number
  size?: 's' | 'm' | 'l'
}): ReactNode {
  const cheaper = wasFen !== undefined && wasFen > fen
  return (
    <View className={css.price}>
      <Money fen={fen} size={size} />
      {cheaper ? (
        <Text className={css.was} {...aria({ role: 'img', label: UI_TEXT.was(yuan(wasFen)) })}>
          ¥{yuan(wasFen)}
        </Text>
      ) : null}
    </View>
  )
}
