import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '@/shared/ui/card'
import css from './showcase.module.scss'

/** One group of the sheet under a small caption. */
export function Sample({ caption, children }: { caption: string; children: ReactNode }): ReactNode {
  return (
    <Card>
      <View className={css.caption}>{caption}</View>
      {children}
    </Card>
  )
}
