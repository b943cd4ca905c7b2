import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { groupByDay } from '@/shared/text/by-day'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { LoadMore } from '@/shared/ui/load-more'
import { Screen } from '@/shared/ui/screen'
import { Section } from '@/shared/ui/section'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { entriesQuery } from '../../api/get-entries'
import { BalanceCard } from '../../balance-card'
import { EntryRow } from '../../entry-row'
import { WALLET_TEXT } from '../../text'

const empty = (
  <EmptyState
    title={WALLET_TEXT.emptyTitle}
    text={WALLET_TEXT.emptyText}
    action={{ label: WALLET_TEXT.emptyAction, onTap: () => go('/features/canteen/pages/menu/index') }}
  />
)

/** 钱包: what there is, and every line with what was left after it. */
export default function StatementPage(): ReactNode {
  const query = useInfiniteQuery({ ...entriesQuery, select: (data) => data.pages.flatMap((page) => page.items) })
  const now = useNow(60)
  return (
    <Screen title={WALLET_TEXT.title}>
      <BalanceCard />
      <Async
        query={query}
        skeleton={<SkeletonRows count={5} height={76} />}
        isEmpty={(entries) => entries.length === 0}
        empty={empty}
      >
        {(entries) => (
          <>
            {groupByDay(entries, now).map((group) => (
              <Section key={group.day} title={group.heading} quiet>
                <Card flush>
                  {group.items.map((entry) => (
                    <EntryRow key={entry.id} entry={entry} />
                  ))}
                </Card>
              </Section>
            ))}
            <LoadMore query={query} />
          </>
        )}
      </Async>
    </Screen>
  )
}
