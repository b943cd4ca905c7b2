import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classList } from './class-list'
import css from './switch.module.scss'

/** How a row that is on or off shows it: the row is what is tapped and spoken, see `Cell`. */
export function Switch({ on }: { on: boolean }): ReactNode {
  return (
    <View className={classList(css.switch, on && css.on)}>
      <View className={css.knob} />
    </View>
  )
}
