import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import { businessDayOf, dayText } from '@wanli/kernel/shanghai-time'
import { requireSession, useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { usePageShown } from '@/shared/page-shown'
import { CANTEEN } from '@/shared/text/canteen-words'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { EmptyState } from '@/shared/ui/empty-state'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useSitting } from '../../api/get-sitting'
import { ElderQuestion } from '../../components/elder-question'
import { GuestCard } from '../../components/guest-card'
import { OrderedNote } from '../../components/ordered-note'
import { TrayCard } from '../../components/tray-card'
import { EMPTY_CART } from '../../model/cart'
import { keepCart } from '../../cart-store'
import { takesOrders } from '../../model/days'
import { linesOfTray, traysOf, type Tray } from '../../model/trays'
import { CANTEEN_TEXT, MEAL_AT_HOME } from '../../text'
import { useNextSitting } from '../../use-next-sitting'

const TEXT = CANTEEN_TEXT.elder

/** 关怀版 订餐: one question, three trays; a guest sees them at list prices, and signs in to choose. */
export default function ElderMenuPage(): ReactNode {
  const { person } = useSession()
  return <ElderMenu key={person?.id ?? ''} isGuest={person === null} />
}

function ElderMenu({ isGuest }: { isGuest: boolean }): ReactNode {
  const { day, meal, for: eaterId = null } = useRouter().params
  const forPersonId = isGuest ? null : eaterId
  const shown = usePageShown()
  const { sitting: brief, waiting } = useNextSitting(day, meal)
  const query = useSitting(brief?.id, forPersonId, shown)
  const title = brief ? TEXT.title(MEAL_AT_HOME[brief.meal]) : CANTEEN
  const skeleton = <SkeletonRows count={3} height={140} />
  return (
    <CanteenScreen title={title} canteen={query.data?.canteen}>
      <Async
        query={waiting}
        skeleton={skeleton}
        isEmpty={() => brief === null}
        empty={<EmptyState title={CANTEEN_TEXT.menu.noSitting} text={CANTEEN_TEXT.menu.noSittingText} />}
      >
        {() => (
          <Async query={query} skeleton={skeleton}>
            {(sitting) => <Trays sitting={sitting} forPersonId={forPersonId} isGuest={isGuest} />}
          </Async>
        )}
      </Async>
    </CanteenScreen>
  )
}

interface TraysProps {
  sitting: SittingView
  forPersonId: string | null
  isGuest: boolean
}

function Trays({ sitting, forPersonId, isGuest }: TraysProps): ReactNode {
  const trays = takesOrders(sitting) ? traysOf(sitting.offers) : []
  const question = TEXT.question(dayText(sitting.day, businessDayOf(useNow(20))))
  const choose = (tray: Tray): void => {
    if (!requireSession()) return
    keepCart(sitting.id, { ...EMPTY_CART, lines: linesOfTray(tray), forPersonId })
    go('/features/canteen/pages/elder-confirm/index', { sittingId: sitting.id })
  }
  if (trays.length === 0) return <EmptyState title={TEXT.none} text={TEXT.noneText} />
  const spoken = trays.map(({ main, sides }) => CANTEEN_TEXT.names([main, ...sides].map(({ dish }) => dish.name)))
  return (
    <>
      <ElderQuestion text={question} sentences={[question, ...spoken]} />
      {isGuest ? <GuestCard /> : <OrderedNote sitting={sitting} forPersonId={forPersonId} />}
      {trays.map((tray) => (
        <TrayCard
          key={tray.main.id}
          tray={tray}
          sitting={sitting}
          forPersonId={forPersonId}
          onTap={() => choose(tray)}
        />
      ))}
      <Button
        kind="line"
        block
        onTap={() =>
          go('/features/canteen/pages/menu/index', {
            day: sitting.day,
            meal: sitting.meal,
            for: forPersonId ?? undefined,
          })
        }
      >
        {TEXT.own}
      </Button>
    </>
  )
}
