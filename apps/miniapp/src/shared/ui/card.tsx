import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import css from './card.module.scss'
import { classList } from './class-list'
import { Heading } from './heading'

interface CardProps {
  title?: string
  /** Beside the title, at the right. */
  extra?: ReactNode
  /** No padding: for rows that run to the edge. */
  flush?: boolean
  children?: ReactNode
}

/** A white card. */
export function Card({ title, extra, flush = false, children }: CardProps): ReactNode {
  return (
    <View className={classList(css.card, flush && css.flush)}>
      {title ? (
        <View className={css.head}>
          <Heading level={2} className={css.title}>
            {title}
          </Heading>
          {extra}
        </View>
      ) : null}
      {children}
    </View>
  )
}
