import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from '@/shared/ui/heading'
import { Turner } from '@/shared/ui/turner'
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

/** Turning over the pages of a calendar: what is open is the heading of the page. */
export function Turn({ title, before, after, isFirst, isLast, onTurn }: TurnProps): ReactNode {
  return (
    <View className={css.turn}>
      <Turner
        earlier={before}
        later={after}
        isFirst={isFirst}
        isLast={isLast}
        onEarlier={() => onTurn(-1)}
        onLater={() => onTurn(1)}
      >
        <Heading level={2} className={css.title}>
          {title}
        </Heading>
      </Turner>
    </View>
  )
}
