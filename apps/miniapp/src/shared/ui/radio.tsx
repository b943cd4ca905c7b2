import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classList } from './class-list'
import { Icon } from './icon'
import css from './radio.module.scss'

/** The round mark of a chosen row. It only shows: the row around it is what is tapped and spoken. */
export function Radio({ on }: { on: boolean }): ReactNode {
  return <View className={classList(css.radio, on && css.on)}>{on ? <Icon name="check-line" size="xs" /> : null}</View>
}
