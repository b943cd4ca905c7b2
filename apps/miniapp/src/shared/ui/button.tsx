import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IconName } from '@/shared/icons/icon-name'
import css from './button.module.scss'
import { classList } from './class-list'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface ButtonProps {
  /** `primary` is solid jade: one a screen. `paper` is the white button on a jade card. */
  kind?: 'primary' | 'soft' | 'line' | 'text' | 'danger' | 'paper'
  /** m 50 high, s 36 (touched at 44), l 60 for the workbench, xl 80 for the care mode's one decision. */
  size?: 'm' | 's' | 'l' | 'xl'
  block?: boolean
  /** Work under way: shows a wheel and takes no second tap. */
  loading?: boolean
  disabled?: boolean
  icon?: IconName
  /** Spoken instead of the words on it. */
  label?: string
  onTap: () => void
  children: ReactNode
}

/** A button with words on it, verb first. */
export function Button(props: ButtonProps): ReactNode {
  const { kind = 'primary', size = 'm', block = false, loading = false, disabled = false } = props
  return (
    <Pressable
      className={classList(css.button, css[kind], css[size], block && css.block, disabled && css.off)}
      label={props.label}
      disabled={disabled || loading}
      facts={loading ? { busy: true } : undefined}
      onTap={props.onTap}
    >
      {loading ? <View className={css.wheel} /> : null}
      {props.icon && !loading ? <Icon name={props.icon} size={size === 'xl' ? 'l' : 's'} /> : null}
      <View className={css.words}>{props.children}</View>
    </Pressable>
  )
}
