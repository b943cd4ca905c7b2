import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { Button } from './button'
import css from './load-more.module.scss'
import { UI_TEXT } from './text'

interface LoadMoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}

/** The foot of a paged list: the next page comes by itself near the end, and by a button for those who do not scroll. */
export function LoadMore({ query }: LoadMoreProps): ReactNode {
  const more = (): void => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  useReachBottom(more)
  if (!query.hasNextPage) return null
  return (
    <View className={css.more}>
      <Button kind="text" loading={query.isFetchingNextPage} onTap={more}>
        {UI_TEXT.loadMore}
      </Button>
    </View>
  )
}
