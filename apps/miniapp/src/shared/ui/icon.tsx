import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IconName } from '@/shared/icons/icon-name'
import { classList } from './class-list'

interface IconProps {
  name: IconName
  /** xs 16, s 18, m 22, l 28 px at scale 1. */
  size?: 'xs' | 's' | 'm' | 'l'
  className?: string
}

/** An interface icon in the colour of the text around it. It is decoration: the word beside it, or the label of its button, says what it means. */
export function Icon({ name, size = 'm', className }: IconProps): ReactNode {
  return <View className={classList('ui-icon', `ui-icon-${size}`, `i-${name}`, className)} />
}
