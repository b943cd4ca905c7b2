import { useState, type ReactNode } from 'react'
import type { KitchenSitting } from '@wanli/contracts/kitchen'
import type { PersonView } from '@wanli/contracts/people'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { usePageParams } from '@/shared/page-address'
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
import { mealAt, PLACES, type KitchenPlace } from '../../model/kitchen'

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
  const [asked, turnTo] = usePageParams('place', 'sitting', 'day')
  const [at, setAt] = useState<KitchenSitting | null>(null)
  const [stays, setStays] = useState(false)
  const { data } = query
  const { sittings = [], sitting } = data ? mealAt(data, at ?? asked.sitting ?? null, stays) : {}
  // One stays at the meal one works at, also when its time is over: the clock takes no page, and nothing half typed, from under a hand.
  if (sitting && sitting !== at) setAt(sitting)
  if (data && sitting) {
    // A new day begins with what is to be cooked.
    const place =
      (asked.day === sitting.day && PLACES.find((one) => one === asked.place && one !== 'pickup')) || 'prepare'
    const choose = (id: string, next: KitchenPlace = place): void => {
      const chosen = sittings.find((one) => one.id === id) ?? null
      turnTo({ place: next, sitting: id, day: chosen?.day })
      setStays(false)
      setAt(chosen)
    }
    // Whoever has put it down after midnight goes on where they are, until they turn to the new day themselves.
    const hold = (inHand: boolean): void => setStays(inHand || sitting.day < businessDayOf(serverNow()))
    return (
      <KitchenDesk
        key={sitting.id}
        day={{ ...data, sittings }}
        sitting={sitting}
        person={person}
        shown={shown}
        place={place}
        onPlace={(next) => turnTo({ place: next, day: sitting.day })}
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
