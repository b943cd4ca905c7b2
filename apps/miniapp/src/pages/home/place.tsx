import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '@/shared/ui/icon'
import css from './place.module.scss'
import { HOME_TEXT } from './text'

/** Where the person lives, at the start of the bar; the sub-district when it is not known. */
export function Place({ name }: { name: string }): ReactNode {
  return (
    <View className={css.place}>
      <Icon name="location-line" />
      {name || HOME_TEXT.place}
    </View>
  )
}
