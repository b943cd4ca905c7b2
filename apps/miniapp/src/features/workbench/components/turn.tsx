import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classList } from '@/shared/ui/class-list'
import { Heading } from '@/shared/ui/heading'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import css from './turn.module.scss'

interface TurnProps {
  /** What is shown, for example a week or a month. */
  title: string
  before: string
  after: string
  /** There is nothing further that way. */
  isFirst?: boolean
  isLast?: boolean
  /** -1 back, 1 on. */
  onTurn: (step: -1 | 1) => void
}

/** Turning over the pages of a calendar: one back, what is open, one on. */
export function Turn({ title, before, after, isFirst = false, isLast = false, onTurn }: TurnProps): ReactNode {
  return (
    <View className={css.turn}>
      <Pressable
        className={classList(css.knob, isFirst && css.off)}
        label={before}
        disabled={isFirst}
        onTap={() => onTurn(-1)}
      >
        <Icon name="left-line" />
      </Pressable>
      <Heading level={2} className={css.title}>
        {title}
      </Heading>
      <Pressable
        className={classList(css.knob, isLast && css.off)}
        label={after}
        disabled={isLast}
        onTap={() => onTurn(1)}
      >
        <Icon name="right-line" />
      </Pressable>
    </View>
  )
}
