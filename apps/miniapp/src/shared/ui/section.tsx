import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from './heading'
import { Icon } from './icon'
import { Pressable } from './pressable'
import css from './section.module.scss'

interface SectionProps {
  title: string
  more?: { label: string; onTap: () => void }
  children: ReactNode
}

/** A titled group outside cards. */
export function Section({ title, more, children }: SectionProps): ReactNode {
  return (
    <View className={css.section}>
      <View className={css.head}>
        <Heading level={2} className={css.title}>
          {title}
        </Heading>
        {more ? (
          <Pressable className={css.more} onTap={more.onTap}>
            {more.label}
            <Icon name="right-line" size="s" />
          </Pressable>
        ) : null}
      </View>
      {children}
    </View>
  )
}
