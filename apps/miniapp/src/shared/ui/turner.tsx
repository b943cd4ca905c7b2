import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { classList } from './class-list'
import { Icon } from './icon'
import { Pressable } from './pressable'
import css from './turner.module.scss'

interface TurnerProps {
  /** Where one is, in words: a month, a day. */
  children: ReactNode
  /** What the two arrows do, for those who listen. */
  earlier: string
  later: string
  onEarlier: () => void
  onLater: () => void
  /** There is nothing before, or after. */
  isFirst?: boolean
  isLast?: boolean
}

/** One step back, one step on, and between them where one is: through months, through days. */
export function Turner({ children, earlier, later, onEarlier, onLater, isFirst, isLast }: TurnerProps): ReactNode {
  const arrow = (label: string, onTap: () => void, disabled = false): ReactNode => (
    <Pressable className={classList(css.step, disabled && css.off)} label={label} disabled={disabled} onTap={onTap}>
      <Icon name={label === earlier ? 'left-line' : 'right-line'} size="s" />
    </Pressable>
  )
  return (
    <View className={css.turner}>
      {arrow(earlier, onEarlier, isFirst)}
      <View className={css.here} {...aria({ live: 'polite' })}>
        {children}
      </View>
      {arrow(later, onLater, isLast)}
    </View>
  )
}
