import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classList } from './class-list'
import { Pressable } from './pressable'
import css from './switch.module.scss'

/** On or off, at once. `label` says what is switched. */
export function Switch({
  on,
  label,
  onChange,
}: {
  on: boolean
  label: string
  onChange: (on: boolean) => void
}): ReactNode {
  return (
    <Pressable
      className={classList(css.switch, on && css.on)}
      role="switch"
      label={label}
      facts={{ checked: on }}
      onTap={() => onChange(!on)}
    >
      <View className={css.knob} />
    </Pressable>
  )
}
