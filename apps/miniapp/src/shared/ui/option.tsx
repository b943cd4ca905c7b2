import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classList } from './class-list'
import { Icon } from './icon'
import css from './option.module.scss'
import { Pressable } from './pressable'

interface OptionProps {
  on: boolean
  disabled?: boolean
  /** One of many small ones side by side: its words come close to its ring. */
  snug?: boolean
  onTap: () => void
  /** What choosing it means, for those who listen. */
  label: string
  children: ReactNode
}

/** A card that can be chosen: soft green, ringed, with a tick in its corner when it is; sunk, without a ring, when it cannot be. */
export function Option({ on, disabled, snug, onTap, label, children }: OptionProps): ReactNode {
  return (
    <Pressable
      className={classList(css.option, on && css.on, disabled && css.off, snug && css.snug)}
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
