import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IconName } from '@/shared/icons/icon-name'
import { classList } from './class-list'
import { Icon } from './icon'
import css from './notice-bar.module.scss'
import { Pressable } from './pressable'

interface NoticeBarProps {
  /** warm time, ok good, info notice, bad danger. */
  tone: 'warm' | 'ok' | 'info' | 'bad'
  icon?: IconName
  children: ReactNode
  onTap?: () => void
  /** What a tap does, in words. */
  act?: string
}

/** One sentence that should be seen before the rest. */
export function NoticeBar({ tone, icon, children, onTap, act }: NoticeBarProps): ReactNode {
  const className = classList(css.notice, css[tone])
  const inside = (
    <>
      {icon ? <Icon name={icon} size="s" /> : null}
      <View className={css.words}>
        {children}
        {act ? <View className={css.act}>{act}</View> : null}
      </View>
      {onTap ? <Icon name="right-line" size="s" /> : null}
    </>
  )
  if (!onTap) return <View className={className}>{inside}</View>
  return (
    <Pressable className={className} onTap={onTap}>
      {inside}
    </Pressable>
  )
}
