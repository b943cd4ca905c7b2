import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Heading } from './heading'
import { Icon } from './icon'
import { Pressable } from './pressable'
import { classList } from './class-list'
import css from './section.module.scss'

interface SectionProps {
  title: string
  /** A date over rows: smaller and quieter than a title. */
  quiet?: boolean
  more?: { label: string; onTap: () => void }
  children: ReactNode
}

/** A titled group outside cards. */
export function Section({ title, quiet, more, children }: SectionProps): ReactNode {
  return (
    <View className={classList(css.section, quiet && css.close)}>
      <View className={css.head}>
        <Heading level={2} className={quiet ? css.quiet : css.title}>
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
