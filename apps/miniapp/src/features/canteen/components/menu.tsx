import { useState, type ReactNode } from 'react'
import type { CanteenView, Meal, ServiceDay, SittingBrief } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { requireSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { usePageParams } from '@/shared/page-address'
import { usePageShown } from '@/shared/page-shown'
import { facts } from '@/shared/text/facts'
import { dayInFull } from '@/shared/text/when'
import { useElderMode } from '@/shared/theme/elder-mode'
import { Async } from '@/shared/ui/async'
import { CanteenScreen } from '@/shared/canteen-screen'
import { EmptyState } from '@/shared/ui/empty-state'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useSitting } from '../api/get-sitting'
import { cartOf, dispatchCart, keepCart } from '../cart-store'
import { countOf, EMPTY_CART } from '../model/cart'
import { pickSitting, shutDayOf, takesOrders } from '../model/days'
import { eaterOf } from '../model/eater'
import { useFittedCart } from '../use-fitted-cart'
import { CartBar } from './cart-bar'
import { EaterCard } from './eater-card'
import { GuestCard } from './guest-card'
import { MenuBody } from './menu-body'
import { CANTEEN_TEXT } from '../text'
import { SittingHead } from './sitting-head'

const TEXT = CANTEEN_TEXT.menu

interface MenuProps {
  /** Null to a guest. */
  person: PersonView | null
  canteen: CanteenView
  sittings: readonly SittingBrief[]
  days: readonly ServiceDay[]
  /** Any of them: what is shown when nothing fits better. */
  first: SittingBrief
}

/** What is looked at, and how to look at something else. */
interface Chosen {
  /** The sitting: the one asked for in the address, then the one tapped. */
  current: SittingBrief
  /** The day that was tapped instead, on which nobody cooks. */
  shut: ServiceDay | null
  choose: (day: string, meal?: Meal) => void
  /** Somebody else eats: a reload is not to bring back whom the page was opened for. */
  chooseEater: (forPersonId: string | null) => void
}

function useChosen({ person, sittings, days, first }: MenuProps, now: Date): Chosen {
  const [asked, ask] = usePageParams('day', 'meal', 'for')
  const [chosenId, setChosenId] = useState(() => {
    const wanted = pickSitting(sittings, now, asked.day, asked.meal) ?? first
    if (person && asked.for) dispatchCart(wanted.id, { kind: 'eater', forPersonId: asked.for })
    return wanted.id
  })
  const current = sittings.find((sitting) => sitting.id === chosenId) ?? pickSitting(sittings, now) ?? first
  const choose = (day: string, meal?: Meal): void => {
    if (shutDayOf(days, sittings, day)) {
      ask({ day, meal: undefined })
      return
    }
    const next = pickSitting(sittings, now, day, meal ?? current.meal) ?? current
    // Whoever one is ordering for stays while one looks through the days.
    dispatchCart(next.id, { kind: 'eater', forPersonId: cartOf(current.id).forPersonId })
    setChosenId(next.id)
    ask({ day: next.day, meal: next.meal })
  }
  const chooseEater = (forPersonId: string | null): void => {
    dispatchCart(current.id, { kind: 'eater', forPersonId })
    ask({ for: forPersonId ?? undefined })
  }
  return { current, shut: shutDayOf(days, sittings, asked.day), choose, chooseEater }
}

/** The menu page once its sittings are known: day, meal, for whom, dishes, cart. */
export function Menu(props: MenuProps): ReactNode {
  const { person, canteen, sittings, days } = props
  const now = useNow(20)
  const shown = usePageShown()
  const elder = useElderMode()
  const { current, shut, choose, chooseEater } = useChosen(props, now)
  // A mandate may have ended since the cart was kept: then one orders for oneself again.
  const eaterId = person && eaterOf(person, cartOf(current.id).forPersonId).id
  const query = useSitting(current.id, eaterId, shown)
  const { cart, change, news } = useFittedCart(current.id, query.data, shown)
  const nextSitting = (): void => {
    const isLater = ({ day, serving }: SittingBrief): boolean =>
      shut ? day > shut.day : serving.from > current.serving.from
    const later = sittings.filter((sitting) => isLater(sitting) && takesOrders(sitting))
    const next = pickSitting(later, now)
    if (next) choose(next.day, next.meal)
  }
  const order = (): void => {
    // Back from signing in one finds what one picked, at one's own prices.
    if (requireSession()) go('/features/canteen/pages/checkout/index', { sittingId: current.id })
  }
  // In the care mode the telephone stands there too: an empty cart leaves the room to the dishes.
  const hasBar = !elder.on || countOf(cart) > 0
  const bar =
    hasBar && !shut && query.data && takesOrders(query.data) ? (
      <CartBar
        cart={cart}
        offers={query.data.offers}
        basis={query.data.basis}
        onSet={(offer, portion, quantity) => change({ kind: 'set', offer, portion, quantity })}
        onClear={() => keepCart(current.id, { ...EMPTY_CART, forPersonId: eaterId })}
        onNext={order}
      />
    ) : null
  return (
    <CanteenScreen title={canteen.name} bottom={bar} canteen={canteen}>
      <SittingHead sittings={sittings} days={days} current={current} shut={shut} now={now} onChange={choose} />
      {shut ? (
        <ShutDay shut={shut} today={businessDayOf(now)} onNext={nextSitting} />
      ) : (
        <>
          {person ? (
            <EaterCard person={person} eaterId={eaterId} basis={query.data?.basis} onChange={chooseEater} />
          ) : (
            <GuestCard />
          )}
          <Async query={query} skeleton={<SkeletonRows count={6} height={108} />}>
            {(sitting) => (
              <MenuBody
                sitting={sitting}
                cart={cart}
                change={change}
                news={news}
                onNextSitting={nextSitting}
                now={now}
              />
            )}
          </Async>
        </>
      )}
    </CanteenScreen>
  )
}

interface ShutDayProps {
  shut: ServiceDay
  today: string
  onNext: () => void
}

/** A day on which nobody cooks: why, and the way to the next meal. */
function ShutDay({ shut, today, onNext }: ShutDayProps): ReactNode {
  const why = facts(shut.kind === 'holiday' ? (shut.name ?? '') : '', shut.off ?? '')
  return (
    <EmptyState
      title={TEXT.shutTitle(dayInFull(shut.day, today))}
      text={why}
      action={{ label: TEXT.overText, onTap: onNext }}
    />
  )
}
