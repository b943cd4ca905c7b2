import { useState, type ReactNode } from 'react'
import type { KitchenSitting } from '@wanli/contracts/kitchen'
import type { PersonView } from '@wanli/contracts/people'
import { useSession } from '@/shared/http/session'
import { usePageShown } from '@/shared/page-shown'
import { EmptyState } from '@/shared/ui/empty-state'
import { ErrorState } from '@/shared/ui/error-state'
import { asApiError } from '@/shared/http/api-error'
import { Screen } from '@/shared/ui/screen'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useKitchenDay } from '../../api/get-kitchen-day'
import { DeskHeader } from '../../components/desk-header'
import { KitchenDesk } from '../../components/kitchen-desk'
import { StaffScreen } from '../../components/staff-screen'
import { KITCHEN_TEXT as TEXT } from '../../kitchen-text'
import { mealAt } from '../../model/kitchen'

/** 厨房: what to cook, what changed, what is on the stove, what is kept for 48 hours. */
export default function KitchenPage(): ReactNode {
  const { person } = useSession()
  if (person?.roles.some(({ role }) => role === 'canteen_staff')) return <Kitchen person={person} />
  return (
    <StaffScreen title={TEXT.title} roles={['canteen_staff']} notYours={TEXT.notYours}>
      {() => null}
    </StaffScreen>
  )
}

function Kitchen({ person }: { person: PersonView }): ReactNode {
  const shown = usePageShown()
  const query = useKitchenDay(shown)
  const [at, setAt] = useState<KitchenSitting | null>(null)
  const [stays, setStays] = useState(false)
  const { data } = query
  const { sittings = [], sitting } = data ? mealAt(data, at, stays) : {}
  // One stays at the meal one works at, also when its time is over: the clock takes no page, and nothing half typed, from under a hand.
  if (sitting && sitting !== at) setAt(sitting)
  if (data && sitting) {
    const choose = (id: string): void => {
      setStays(false)
      setAt(sittings.find((one) => one.id === id) ?? null)
    }
    // Whoever has put it down after midnight goes on where they are, until they turn to the new day themselves.
    const hold = (inHand: boolean): void => setStays(inHand || !data.sittings.includes(sitting))
    return (
      <KitchenDesk
        key={sitting.id}
        day={{ ...data, sittings }}
        sitting={sitting}
        person={person}
        shown={shown}
        onSitting={choose}
        onHold={hold}
      />
    )
  }
  return (
    <Screen title={TEXT.title} deskHeader={<DeskHeader job={TEXT.title} place={data?.canteenName} person={person} />}>
      {data ? (
        <EmptyState title={TEXT.noSittings} text={TEXT.noSittingsText} />
      ) : query.isError ? (
        <ErrorState error={asApiError(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonRows count={6} height={68} />
      )}
    </Screen>
  )
}
