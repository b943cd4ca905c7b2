import { useState, type ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { SERVICE_STATION } from '@/shared/contact'
import { useSession } from '@/shared/http/session'
import { usePageShown } from '@/shared/page-shown'
import { phoneCall } from '@/shared/phone-call'
import { EmptyState } from '@/shared/ui/empty-state'
import { ErrorState } from '@/shared/ui/error-state'
import { asApiError } from '@/shared/http/api-error'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useKitchenDay } from '../../api/get-kitchen-day'
import { DeskHeader } from '../../components/desk-header'
import { KitchenDesk } from '../../components/kitchen-desk'
import { KITCHEN_TEXT as TEXT } from '../../kitchen-text'
import { sittingOf } from '../../model/kitchen'

const mayCook = ({ roles }: PersonView): boolean => roles.some(({ role }) => role === 'canteen_staff')

/** 厨房: what to cook, what changed, what is on the stove, what is kept for 48 hours. */
export default function KitchenPage(): ReactNode {
  const { state, person } = useSession()
  if (state === 'signed_out') {
    return (
      <Screen title={TEXT.title}>
        <SignInFirst text={TEXT.signIn} />
      </Screen>
    )
  }
  if (person && mayCook(person)) return <Kitchen person={person} />
  return (
    <Screen title={TEXT.title} deskHeader={<DeskHeader job={TEXT.title} person={person} />}>
      {person ? (
        <EmptyState
          title={TEXT.notYours}
          text={TEXT.notYoursText}
          action={{ label: SERVICE_STATION.number, onTap: () => phoneCall(SERVICE_STATION.number) }}
        />
      ) : (
        <SkeletonRows count={6} height={68} />
      )}
    </Screen>
  )
}

function Kitchen({ person }: { person: PersonView }): ReactNode {
  const shown = usePageShown()
  const query = useKitchenDay(shown)
  const [chosen, setChosen] = useState<string | null>(null)
  const { data } = query
  const sitting = data ? sittingOf(data.sittings, chosen, data.currentId) : undefined
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
