import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from './button'
import css from './empty-state.module.scss'
import { Heading } from './heading'
import { Picture } from './picture'

interface EmptyStateProps {
  title: string
  text?: string
  action?: { label: string; onTap: () => void }
  /** Name of a picture. */
  picture?: string
}

/** Nothing here: says why, and offers the next useful thing. */
export function EmptyState({ title, text, action, picture = 'state-empty' }: EmptyStateProps): ReactNode {
  return (
    <View className={css.state}>
      <Picture name={picture} size={120} />
      <Heading level={2} className={css.title}>
        {title}
      </Heading>
      {text ? <View className={css.text}>{text}</View> : null}
      {action ? (
        <View className={css.action}>
          <Button kind="soft" onTap={action.onTap}>
            {action.label}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
