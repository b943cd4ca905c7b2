import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'

/** A title that a screen reader can jump to. Level 1 is the page, 2 a card or group, 3 a row. */
export function Heading({
  level,
  className,
  children,
}: {
  level: 1 | 2 | 3
  className?: string
  children: ReactNode
}): ReactNode {
  return (
    <View className={className} {...aria({ role: 'heading', level })}>
      {children}
    </View>
  )
}
