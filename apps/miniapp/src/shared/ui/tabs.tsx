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
  /** How many wait there; drawn and spoken when there are any. */
  count?: number
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
          skipped={item.key !== current}
          onTap={() => onChange(item.key)}
        >
          {item.label}
          {item.count ? <View className={css.count}>{item.count > 99 ? '99+' : item.count}</View> : null}
        </Pressable>
      ))}
    </View>
  )
}
