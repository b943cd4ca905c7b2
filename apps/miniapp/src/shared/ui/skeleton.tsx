import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import css from './skeleton.module.scss'
import { UI_TEXT } from './text'

interface SkeletonProps {
  /** Height in px at scale 1; it grows with the type. */
  height: number
  /** CSS width; the whole line when left out. */
  width?: string
  /** Corner in px. */
  radius?: number
}

/** A grey bar where content will be, of the same size, so that nothing jumps. */
export function Skeleton({ height, width = '100%', radius = 8 }: SkeletonProps): ReactNode {
  return (
    <View
      className={css.bar}
      style={{ width, height: `calc(${height}px * var(--scale))`, borderRadius: `${radius}px` }}
    />
  )
}

/** `count` rows of `height` px each, as a card of a list will be. */
export function SkeletonRows({ count, height }: { count: number; height: number }): ReactNode {
  return (
    <View className={css.rows} {...aria({ role: 'status', label: UI_TEXT.loading })}>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className={css.row} style={{ height: `calc(${height}px * var(--scale))` }}>
          <Skeleton
            height={Math.min(height - 24, 44)}
            width={`calc(${Math.min(height - 24, 44)}px * var(--scale))`}
            radius={12}
          />
          <View className={css.lines}>
            <Skeleton height={16} width="62%" />
            <Skeleton height={14} width="40%" />
          </View>
        </View>
      ))}
    </View>
  )
}
