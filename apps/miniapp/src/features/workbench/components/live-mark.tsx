import type { UseQueryResult } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { clockText } from '@wanli/kernel/shanghai-time'
import { aria } from '@/shared/ui/aria'
import { classList } from '@/shared/ui/class-list'
import { WORKBENCH_TEXT } from '../text'
import css from './live-mark.module.scss'

/** Whether what is on the screen is of this moment; when it cannot be read again, since when it stands. Nothing before the first answer. */
export function LiveMark({ query }: { query: UseQueryResult }): ReactNode {
  if (query.data === undefined) return null
  const stale = query.isError || query.failureCount > 0
  return (
    <View className={classList(css.mark, stale && css.stale)} {...aria({ role: 'status' })}>
      <View className={css.dot} />
      {stale ? WORKBENCH_TEXT.header.dataOf(clockText(new Date(query.dataUpdatedAt))) : WORKBENCH_TEXT.header.live}
    </View>
  )
}
