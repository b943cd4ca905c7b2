import { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { CanteenView, Meal, SittingBrief } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { usePageShown } from '@/shared/page-shown'
import { useElderMode } from '@/shared/theme/elder-mode'
import { Async } from '@/shared/ui/async'
import { Screen } from '@/shared/ui/screen'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useSitting } from '../api/get-sitting'
import { cartOf, dispatchCart, keepCart } from '../cart-store'
import { countOf, EMPTY_CART } from '../model/cart'
import { contactOf } from '../model/contact'
import { pickSitting, takesOrders } from '../model/days'
import { eaterOf } from '../model/eater'
import { useFittedCart } from '../use-fitted-cart'
import { CartBar } from './cart-bar'
import { EaterCard } from './eater-card'
import { MenuBody } from './menu-body'
import { SittingHead } from './sitting-head'

interface MenuProps {
  person: PersonView
  canteen: CanteenView
  sittings: readonly SittingBrief[]
  /** Any of them: what is shown when nothing fits better. */
  first: SittingBrief
}

/** The sitting that is looked at: the one asked for in the address, then the one tapped. */
function useChosenSitting(
  { sittings, first }: MenuProps,
  now: Date,
): [SittingBrief, (day: string, meal?: Meal) => void] {
  const { day, meal, for: forPersonId } = useRouter().params
  const [chosenId, setChosenId] = useState(() => {
    const wanted = pickSitting(sittings, now, day, meal) ?? first
    if (forPersonId) dispatchCart(wanted.id, { kind: 'eater', forPersonId })
    return wanted.id
  })
  const current = sittings.find((sitting) => sitting.id === chosenId) ?? pickSitting(sittings, now) ?? first
  const choose = (nextDay: string, nextMeal?: Meal): void => {
    const next = pickSitting(sittings, now, nextDay, nextMeal ?? current.meal) ?? current
    // Whoever one is ordering for stays while one looks through the days.
    dispatchCart(next.id, { kind: 'eater', forPersonId: cartOf(current.id).forPersonId })
    setChosenId(next.id)
  }
  return [current, choose]
}

/** The menu page once its sittings are known: day, meal, for whom, dishes, cart. */
export function Menu(props: MenuProps): ReactNode {
  const { person, canteen, sittings } = props
  const now = useNow(20)
  const shown = usePageShown()
  const elder = useElderMode()
  const [current, choose] = useChosenSitting(props, now)
  // A mandate may have ended since the cart was kept: then one orders for oneself again.
  const eaterId = eaterOf(person, cartOf(current.id).forPersonId).id
  const query = useSitting(current.id, eaterId, shown)
  const { cart, change, news } = useFittedCart(current.id, query.data, shown)
  const nextSitting = (): void => {
    const later = sittings.filter((sitting) => sitting.serving.from > current.serving.from && takesOrders(sitting))
    const next = pickSitting(later, now)
    if (next) choose(next.day, next.meal)
  }
  // In the care mode the telephone stands there too: an empty cart leaves the room to the dishes.
  const hasBar = !elder.on || countOf(cart) > 0
  const bar =
    hasBar && query.data && takesOrders(query.data) ? (
      <CartBar
        cart={cart}
        offers={query.data.offers}
        basis={query.data.basis}
        onSet={(offer, portion, quantity) => change({ kind: 'set', offer, portion, quantity })}
        onClear={() => keepCart(current.id, { ...EMPTY_CART, forPersonId: eaterId })}
        onNext={() => go('/features/canteen/pages/checkout/index', { sittingId: current.id })}
      />
    ) : null
  return (
    <Screen title={canteen.name} bottom={bar} phone={contactOf(canteen)}>
      <SittingHead sittings={sittings} current={current} now={now} onChange={choose} />
      <EaterCard
        person={person}
        eaterId={eaterId}
        basis={query.data?.basis}
        onChange={(forPersonId) => change({ kind: 'eater', forPersonId })}
      />
      <Async query={query} skeleton={<SkeletonRows count={6} height={108} />}>
        {(sitting) => (
          <MenuBody sitting={sitting} cart={cart} change={change} news={news} onNextSitting={nextSitting} now={now} />
        )}
      </Async>
    </Screen>
  )
}
