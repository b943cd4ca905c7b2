import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { clockText } from '@wanli/kernel/shanghai-time'
import { useSession } from '@/shared/http/session'
import { useNow } from '@/shared/now'
import { groupByDay } from '@/shared/text/by-day'
import { facts } from '@/shared/text/facts'
import { unbroken } from '@/shared/text/unbroken'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { EmptyState } from '@/shared/ui/empty-state'
import { LoadMore } from '@/shared/ui/load-more'
import { Screen } from '@/shared/ui/screen'
import { Section } from '@/shared/ui/section'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { Tile } from '@/shared/ui/tile'
import { accessLogQuery } from '../../api/get-access-log'
import { PRIVACY_TEXT as TEXT } from '../../text'

/** 谁看过我的资料: what was looked at, by whom, and the reason they gave. */
export default function AccessLogPage(): ReactNode {
  const { state } = useSession()
  return (
    <Screen title={TEXT.accessLog}>{state === 'signed_in' ? <Log /> : <SignInFirst text={TEXT.emptyLogText} />}</Screen>
  )
}

function Log(): ReactNode {
  const query = useInfiniteQuery({
    ...accessLogQuery,
    select: (data) => data.pages.flatMap((page) => page.items.map((item) => ({ ...item, createdAt: item.at }))),
  })
  const now = useNow(60)
  return (
    <Async
      query={query}
      skeleton={<SkeletonRows count={4} height={76} />}
      isEmpty={(items) => items.length === 0}
      empty={<EmptyState title={TEXT.emptyLog} text={TEXT.emptyLogText} picture="memo" />}
    >
      {(items) => (
        <>
          {groupByDay(items, now).map((group) => (
            <Section key={group.day} title={group.heading} quiet>
              <Card flush>
                {group.items.map((item) => (
                  <Cell
                    key={item.id}
                    tile={<Tile tint="people" icon="eye-2-line" />}
                    title={item.by}
                    text={unbroken(facts(item.what, item.reason))}
                    value={clockText(new Date(item.at))}
                  />
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
