import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ActView } from '@wanli/contracts/mandates'
import { yuan } from '@wanli/kernel/money'
import { clockText } from '@wanli/kernel/shanghai-time'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { facts } from '@/shared/text/facts'
import { groupByDay } from '@/shared/text/by-day'
import { Async } from '@/shared/ui/async'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { EmptyState } from '@/shared/ui/empty-state'
import { FacePicture } from '@/shared/ui/face'
import { LoadMore } from '@/shared/ui/load-more'
import { Screen } from '@/shared/ui/screen'
import { Section } from '@/shared/ui/section'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { Tag } from '@/shared/ui/tag'
import { actsQuery } from '../../api/get-acts'
import { ACTS_TEXT as TEXT, MANDATE_TEXT } from '../../text'

/** 替办过的事: who did what for whom, and whose money paid. */
export default function ActsPage(): ReactNode {
  const { person } = useSession()
  return (
    <Screen title={TEXT.title}>{person ? <Acts personId={person.id} /> : <SignInFirst text={TEXT.emptyText} />}</Screen>
  )
}

function Acts({ personId }: { personId: string }): ReactNode {
  const query = useInfiniteQuery({ ...actsQuery, select: (data) => data.pages.flatMap((page) => page.items) })
  const now = useNow(60)
  return (
    <Async
      query={query}
      skeleton={<SkeletonRows count={4} height={76} />}
      isEmpty={(acts) => acts.length === 0}
      empty={
        <EmptyState
          title={TEXT.empty}
          text={TEXT.emptyText}
          picture="handshake"
          action={{ label: MANDATE_TEXT.emptyHelpAction, onTap: () => go('/features/people/pages/mandate-ask/index') }}
        />
      }
    >
      {(acts) => (
        <>
          {groupByDay(acts, now).map((group) => (
            <Section key={group.day} title={group.heading} quiet>
              <Card flush>
                {group.items.map((act) => (
                  <ActRow key={act.id} act={act} personId={personId} />
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

function ActRow({ act, personId }: { act: ActView; personId: string }): ReactNode {
  const forMe = act.principal.id === personId
  const { orderId } = act
  const who = forMe ? TEXT.forMe(act.agent.name) : TEXT.byMe(act.principal.name)
  const paid = TEXT.paid(act.paidBy.id === personId ? TEXT.you : act.paidBy.name, yuan(act.amountFen))
  return (
    <Cell
      tile={<FacePicture face={(forMe ? act.agent : act.principal).face} />}
      title={act.what}
      text={facts(clockText(new Date(act.createdAt)), who, paid)}
      end={act.undone ? <Tag>{TEXT.undone}</Tag> : undefined}
      onTap={orderId ? () => go('/features/canteen/pages/order/index', { id: orderId }) : undefined}
    />
  )
}
