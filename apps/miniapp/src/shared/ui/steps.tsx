import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { classList } from './class-list'
import { Icon } from './icon'
import css from './steps.module.scss'
import { UI_TEXT } from './text'

/** One step of a way with a beginning and an end. */
export interface StepItem {
  label: string
  state: 'done' | 'now' | 'next'
}

/** How far a thing has come, left to right. */
export function Steps({ items }: { items: readonly StepItem[] }): ReactNode {
  return (
    <View className={css.steps} {...aria({ role: 'list', label: UI_TEXT.progress })}>
      {items.map((item) => (
        <View
          key={item.label}
          className={classList(css.step, css[item.state])}
          {...aria({ role: 'listitem', label: UI_TEXT.step(item.label, UI_TEXT[item.state]) })}
        >
          <View className={css.mark}>{item.state === 'done' ? <Icon name="check-line" size="xs" /> : null}</View>
          {item.label}
        </View>
      ))}
    </View>
  )
}
