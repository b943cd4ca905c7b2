import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import { asApiError } from '@/shared/http/api-error'
import { useSession } from '@/shared/http/session'
import { usePageShown } from '@/shared/page-shown'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { EmptyState } from '@/shared/ui/empty-state'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { useOffered } from '../../api/get-offered'
import { useSitting } from '../../api/get-sitting'
import { waitForMeal } from '../../api/wait-for-meal'
import { OfferedMeal } from '../../components/offered-meal'
import { CANTEEN_TEXT } from '../../text'

const TEXT = CANTEEN_TEXT.offeredMeals

/** Who waits already is told so above. */
const emptyFor = (waits: boolean): ReactNode => (
  <EmptyState title={TEXT.emptyTitle} text={waits ? undefined : TEXT.emptyText} />
)

/** 别人转让的饭: meals of a sitting that were given up after the kitchen had counted. */
export default function OfferedPage(): ReactNode {
  const { sittingId = '' } = useRouter().params
  const { state } = useSession()
  const shown = usePageShown()
  const { data: sitting } = useSitting(state === 'signed_in' && sittingId !== '' ? sittingId : undefined, null, shown)
  // An address that lost its meal on the way has none to show.
  const meals = sittingId === '' ? emptyFor(false) : <Offered sittingId={sittingId} sitting={sitting} />
  return (
    <CanteenScreen title={TEXT.title} canteen={sitting?.canteen}>
      {state === 'signed_in' ? meals : <SignInFirst text={CANTEEN_TEXT.signIn} />}
    </CanteenScreen>
  )
}

function Offered({ sittingId, sitting }: { sittingId: string; sitting: SittingView | undefined }): ReactNode {
  const meals = useOffered(sittingId, usePageShown())
  return (
    <>
      {sitting ? <Waiting sitting={sitting} /> : null}
      <Async
        query={meals}
        skeleton={<SkeletonRows count={3} height={140} />}
        isEmpty={(all) => all.length === 0}
        empty={emptyFor(sitting !== undefined && sitting.waitingAhead !== null)}
      >
        {(all) => (
          <>
            {all.map((meal) => (
              <OfferedMeal key={meal.orderId} meal={meal} />
            ))}
          </>
        )}
      </Async>
    </>
  )
}

/** Whether one waits for the next meal that is given up, and how many wait before. */
function Waiting({ sitting }: { sitting: SittingView }): ReactNode {
  const waits = sitting.waitingAhead !== null
  const change = useMutation({
    mutationFn: () => waitForMeal(sitting.id, !waits),
    onError: (error) => toast(asApiError(error).detail),
  })
  return (
    <>
      <NoticeBar tone="info" icon="time-line">
        {waits ? TEXT.waiting(sitting.waitingAhead ?? 0) : TEXT.waitText}
      </NoticeBar>
      <Button kind="line" block loading={change.isPending} onTap={() => change.mutate()}>
        {waits ? TEXT.leave : TEXT.wait}
      </Button>
    </>
  )
}
