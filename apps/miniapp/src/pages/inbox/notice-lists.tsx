import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { NoticeView } from '@wanli/contracts/notices'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { groupByDay } from '@/shared/text/by-day'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { LoadMore } from '@/shared/ui/load-more'
import { Section } from '@/shared/ui/section'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { NoticeRow } from './notice-row'
import { INBOX_TEXT as TEXT } from './text'
import { TodoCard } from './todo-card'

interface ListProps {
  query: UseInfiniteQueryResult<NoticeView[]>
  /** Nothing else is on the page: an empty list says so. */
  alone: boolean
}

/** What waits for an answer. */
export function TodoList({ query, alone }: ListProps): ReactNode {
  const empty = alone ? <EmptyState title={TEXT.emptyTodoTitle} text={TEXT.emptyTodoText} picture="handshake" /> : null
  return (
    <Async
      query={query}
      skeleton={alone ? <SkeletonRows count={2} height={132} /> : null}
      isEmpty={(notices) => notices.length === 0}
      empty={empty}
    >
      {(notices) => (
        <Section title={TEXT.waits}>
          {notices.map((notice) => (
            <TodoCard key={notice.id} notice={notice} />
          ))}
          <LoadMore query={query} />
        </Section>
      )}
    </Async>
  )
}

/** What happened, by day. */
export function InfoList({ query, alone }: ListProps): ReactNode {
  const now = useNow(60)
  const empty = (
    <EmptyState
      title={TEXT.emptyTitle}
      text={TEXT.emptyText}
      action={{ label: TEXT.emptyAction, onTap: () => go('/features/canteen/pages/menu/index') }}
    />
  )
  return (
    <Async
      query={query}
      skeleton={<SkeletonRows count={5} height={80} />}
      isEmpty={(notices) => notices.length === 0}
      empty={alone ? empty : null}
    >
      {(notices) => (
        <>
          {groupByDay(notices, now).map((group) => (
            <Section key={group.day} title={group.heading}>
              <Card flush>
                {group.items.map((notice) => (
                  <NoticeRow key={notice.id} notice={notice} />
                ))}
              </Card>
            </Section>
          ))}
          <LoadMore query={query} />
        </>
      )}
    </Async>
  )
}
