import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { groupByDay } from '@/shared/text/by-day'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { LoadMore } from '@/shared/ui/load-more'
import { Screen } from '@/shared/ui/screen'
import { Section } from '@/shared/ui/section'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { noticesQuery } from './api/get-notices'
import { NoticeRow } from './notice-row'
import { INBOX_TEXT } from './text'

const empty = (
  <EmptyState
    title={INBOX_TEXT.emptyTitle}
    text={INBOX_TEXT.emptyText}
    action={{ label: INBOX_TEXT.emptyAction, onTap: () => go('/features/canteen/pages/menu/index') }}
  />
)

function NoticeList(): ReactNode {
  const query = useInfiniteQuery({ ...noticesQuery, select: (data) => data.pages.flatMap((page) => page.items) })
  const now = useNow(60)
  return (
    <Async
      query={query}
      skeleton={<SkeletonRows count={5} height={80} />}
      isEmpty={(notices) => notices.length === 0}
      empty={empty}
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

/** 消息: what happened, by day; a tap opens what it is about. */
export default function InboxPage(): ReactNode {
  const { state } = useSession()
  return (
    <Screen title={INBOX_TEXT.title} tab="/pages/inbox/index">
      {state === 'signed_in' ? <NoticeList /> : <SignInFirst text={INBOX_TEXT.guest} />}
    </Screen>
  )
}
