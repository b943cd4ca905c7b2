import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classList } from './class-list'
import { Icon } from './icon'
import css from './option.module.scss'
import { Pressable } from './pressable'

interface OptionProps {
  on: boolean
  disabled?: boolean
  onTap: () => void
  /** What choosing it means, for those who listen. */
  label: string
  children: ReactNode
}

/** A card that can be chosen: soft green, ringed, with a tick in its corner when it is. */
export function Option({ on, disabled, onTap, label, children }: OptionProps): ReactNode {
  return (
    <Pressable
      className={classList(css.option, on && css.on, disabled && css.off)}
      role="radio"
      facts={{ checked: on }}
      label={label}
      disabled={disabled}
      onTap={onTap}
    >
      {children}
      {on ? (
        <View className={css.tick}>
          <Icon name="check-line" size="xs" />
        </View>
      ) : null}
    </Pressable>
  )
}
