import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { classList } from './class-list'
import { Pressable } from './pressable'
import css from './tabs.module.scss'

/** One choice of Tabs or Segmented. */
export interface TabItem<Key extends string> {
  key: Key
  label: string
}

interface TabsProps<Key extends string> {
  items: readonly TabItem<Key>[]
  current: Key
  onChange: (key: Key) => void
}

/** Words in a row with a bar under the open one. */
export function Tabs<Key extends string>({ items, current, onChange }: TabsProps<Key>): ReactNode {
  return (
    <View className={css.tabs} {...aria({ role: 'tablist' })}>
      {items.map((item) => (
        <Pressable
          key={item.key}
          className={classList(css.tab, item.key === current && css.on)}
          role="tab"
          facts={{ selected: item.key === current }}
          onTap={() => onChange(item.key)}
        >
          {item.label}
        </Pressable>
      ))}
    </View>
  )
}
