import { useState, type ReactNode } from 'react'
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
import { sittingOf } from '../../model/kitchen'

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
  const [chosen, setChosen] = useState<string | null>(null)
  const { data } = query
  const sitting = data ? sittingOf(data.sittings, chosen, data.currentId) : undefined
  // One stays at the meal one works at, also when its time is over: the clock takes no page, and nothing half typed, from under a hand.
  if (sitting && sitting.id !== chosen) setChosen(sitting.id)
  if (data && sitting) {
    return (
      <KitchenDesk key={sitting.id} day={data} sitting={sitting} person={person} shown={shown} onSitting={setChosen} />
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
