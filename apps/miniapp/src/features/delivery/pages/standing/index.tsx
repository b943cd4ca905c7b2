import type { ReactNode } from 'react'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { EmptyState } from '@/shared/ui/empty-state'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useStandings } from '../../api/standing'
import { soleEater } from '../../model/purse'
import { StandingCard } from '../../components/standing-card'
import { TEXT } from '../../text'

const WORDS = TEXT.standing

/** 固定送餐: meals that come by themselves, and what becomes of the coming days. */
export default function StandingPage(): ReactNode {
  const { state, person } = useSession()
  const query = useStandings(state === 'signed_in')
  // Addresses and diets are most often looked up for whom all of this is.
  const about = { for: soleEater(query.data ?? [], person?.id) ?? undefined }
  const add = (): void => go('/features/delivery/pages/standing-edit/index')
  if (state === 'signed_out') {
    return (
      <CanteenScreen title={WORDS.title}>
        <SignInFirst text={TEXT.signIn} />
      </CanteenScreen>
    )
  }
  return (
    <CanteenScreen
      title={WORDS.title}
      bottom={
        query.data && query.data.length > 0 ? (
          <Button kind="soft" block icon="add-line" onTap={add}>
            {WORDS.addMore}
          </Button>
        ) : null
      }
    >
      <Async
        query={query}
        skeleton={<SkeletonRows count={1} height={340} />}
        isEmpty={(items) => items.length === 0}
        empty={
          <EmptyState
            title={WORDS.none}
            text={WORDS.noneText}
            picture="takeout-box"
            action={{ label: WORDS.add, onTap: add }}
          />
        }
      >
        {(items) => items.map((standing) => <StandingCard key={standing.id} standing={standing} />)}
      </Async>
      <Card flush>
        <Cell
          icon="location-line"
          plain
          title={TEXT.addresses.title}
          onTap={() => go('/features/delivery/pages/addresses/index', about)}
        />
        <Cell
          icon="fork-spoon-line"
          plain
          title={TEXT.diet.title}
          onTap={() => go('/features/delivery/pages/diet/index', about)}
        />
      </Card>
    </CanteenScreen>
  )
}
