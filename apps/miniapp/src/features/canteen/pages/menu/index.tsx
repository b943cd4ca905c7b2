import { useRouter } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import type { CanteenView, Meal, SittingBrief } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { usePageShown } from '@/shared/page-shown'
import { phoneCall } from '@/shared/phone-call'
import { Async } from '@/shared/ui/async'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useCanteens } from '../../api/get-canteens'
import { useSitting } from '../../api/get-sitting'
import { useSittings } from '../../api/get-sittings'
import { CartBar } from '../../components/cart-bar'
import { EaterCard } from '../../components/eater-card'
import { MenuBody } from '../../components/menu-body'
import { MenuSkeleton } from '../../components/menu-skeleton'
import { SittingHead } from '../../components/sitting-head'
import { EMPTY_CART } from '../../model/cart'
import { cartOf, dispatchCart, keepCart } from '../../model/cart-store'
import { pickSitting, takesOrders } from '../../model/days'
import { contactOf } from '../../model/contact'
import { CANTEEN_TEXT } from '../../text'
import { useFittedCart } from '../../use-fitted-cart'

const MENU = CANTEEN_TEXT.menu

/** 订餐: day, meal, for whom, dishes, cart. */
export default function MenuPage(): ReactNode {
  const { person } = useSession()
  const canteens = useCanteens()
  const canteen = canteens.data?.[0]
  const sittings = useSittings(canteen?.id)
  if (!person) {
    return (
      <Screen title={CANTEEN_TEXT.canteen}>
        <SignInFirst text={CANTEEN_TEXT.signIn} />
      </Screen>
    )
  }
  if (canteen && sittings.data && sittings.data.length > 0) {
    return <Menu person={person} canteen={canteen} sittings={sittings.data} />
  }
  return (
    <Screen title={canteen?.name ?? CANTEEN_TEXT.canteen} phone={canteen && contactOf(canteen)}>
      <Async query={canteens} skeleton={<MenuSkeleton />}>
        {() => (
          <Async query={sittings} skeleton={<MenuSkeleton />}>
            {() => <NoSitting canteen={canteen} />}
          </Async>
        )}
      </Async>
    </Screen>
  )
}

function NoSitting({ canteen }: { canteen: CanteenView | undefined }): ReactNode {
  const action = canteen && { label: MENU.callCanteen, onTap: () => phoneCall(canteen.phone) }
  return <EmptyState title={MENU.noSitting} text={MENU.noSittingText} action={action} />
}

/** The sitting that is looked at: the one asked for in the address, then the one tapped. */
function useChosenSitting(
  sittings: readonly SittingBrief[],
  now: Date,
): [SittingBrief, (day: string, meal?: Meal) => void] {
  const { day, meal, for: forPersonId } = useRouter().params
  const [chosenId, setChosenId] = useState(() => {
    const first = pickSitting(sittings, now, day, meal)
    if (first && forPersonId) dispatchCart(first.id, { kind: 'eater', forPersonId })
    return first?.id
  })
  const current = sittings.find((sitting) => sitting.id === chosenId) ?? pickSitting(sittings, now) ?? sittings[0]!
  const choose = (nextDay: string, nextMeal?: Meal): void => {
    const next = pickSitting(sittings, now, nextDay, nextMeal ?? current.meal) ?? current
    // Whoever one is ordering for stays while one looks through the days.
    dispatchCart(next.id, { kind: 'eater', forPersonId: cartOf(current.id).forPersonId })
    setChosenId(next.id)
  }
  return [current, choose]
}

function Menu({
  person,
  canteen,
  sittings,
}: {
  person: PersonView
  canteen: CanteenView
  sittings: SittingBrief[]
}): ReactNode {
  const now = useNow(20)
  const shown = usePageShown()
  const [current, choose] = useChosenSitting(sittings, now)
  const eaterId = cartOf(current.id).forPersonId
  const query = useSitting(current.id, eaterId, shown)
  const { cart, change, news } = useFittedCart(current.id, query.data)
  const nextSitting = (): void => {
    const next = pickSitting(
      sittings.filter((sitting) => sitting.serving.from > current.serving.from && takesOrders(sitting)),
      now,
    )
    if (next) choose(next.day, next.meal)
  }
  useEffect(() => {
    // A mandate may have ended since the cart was kept.
    if (eaterId && !person.actsFor.some((mandate) => mandate.person.id === eaterId))
      change({ kind: 'eater', forPersonId: null })
  }, [eaterId, person, change])
  const bar =
    query.data && takesOrders(query.data) ? (
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
