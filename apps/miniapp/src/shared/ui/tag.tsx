import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IconName } from '@/shared/icons/icon-name'
import { classList } from './class-list'
import { Icon } from './icon'
import css from './tag.module.scss'

interface TagProps {
  /** ok chosen or good, warm time or few left, bad danger, info notice, line quiet. */
  tone?: 'plain' | 'ok' | 'warm' | 'bad' | 'info' | 'line'
  icon?: IconName
  children: ReactNode
}

/** A word or two about a thing. */
export function Tag({ tone = 'plain', icon, children }: TagProps): ReactNode {
  return (
    <View className={classList(css.tag, css[tone])}>
      {icon ? <Icon name={icon} size="xs" /> : null}
      {children}
    </View>
  )
}
