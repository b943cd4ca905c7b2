import type { UseQueryResult } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { Skeleton } from '@/shared/ui/skeleton'
import css from './list-card.module.scss'

interface ListCardProps<Item> {
  title: string
  query: UseQueryResult<Item[]>
  /** What is said when there is nothing, in a line: at a desk an empty list is the usual case, not a place to start from. */
  none: string
  children: (item: Item) => ReactNode
}

/** A card with a short list in it, one cell an item. */
export function ListCard<Item>({ title, query, none, children }: ListCardProps<Item>): ReactNode {
  return (
    <Card title={title} flush>
      <Async
        query={query}
        skeleton={
          <View className={css.pad}>
            <Skeleton height={56} />
          </View>
        }
        isEmpty={(items) => items.length === 0}
        empty={<View className={css.none}>{none}</View>}
      >
        {(items) => items.map(children)}
      </Async>
    </Card>
  )
}
