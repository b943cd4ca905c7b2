import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { classList } from './class-list'
import { Pressable } from './pressable'
import css from './segmented.module.scss'
import type { TabItem } from './tabs'

interface SegmentedProps<Key extends string> {
  items: readonly TabItem<Key>[]
  current: Key
  onChange: (key: Key) => void
}

/** Two or three ways to see the same thing. */
export function Segmented<Key extends string>({ items, current, onChange }: SegmentedProps<Key>): ReactNode {
  return (
    <View className={css.segmented} {...aria({ role: 'radiogroup' })}>
      {items.map((item) => (
        <Pressable
          key={item.key}
          className={classList(css.part, item.key === current && css.on)}
          role="radio"
          facts={{ checked: item.key === current }}
          skipped={item.key !== current}
          onTap={() => onChange(item.key)}
        >
          {item.label}
        </Pressable>
      ))}
    </View>
  )
}
