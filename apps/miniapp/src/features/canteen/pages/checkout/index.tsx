import { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { PayBy } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useSession } from '@/shared/http/session'
import { backTo, go, replace } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { usePageShown } from '@/shared/page-shown'
import { Async } from '@/shared/ui/async'
import { EmptyState } from '@/shared/ui/empty-state'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useQuote } from '../../api/get-quote'
import { useSitting } from '../../api/get-sitting'
import { CheckoutForm } from '../../components/checkout-form'
import { CheckoutQuestion } from '../../components/checkout-question'
import { PayBar } from '../../components/pay-bar'
import { fitCart, type Cart, type CartAction } from '../../model/cart'
import { clearCart, keepCart, useCart } from '../../cart-store'
import { DELIVERY_TEXT } from '../../delivery-text'
import { eaterOf, type Eater } from '../../model/eater'
import { payByFor, takesCash } from '../../model/money'
import { refusedByPrice, type RefusalAction } from '../../model/refusal'
import { CANTEEN_TEXT } from '../../text'
import { quoteRequestOf, useCheckout } from '../../use-checkout'

const TEXT = CANTEEN_TEXT.checkout

/** 确认订单: who, how and when, what and why it costs that, how to pay. */
export default function CheckoutPage(): ReactNode {
  const { sittingId = '' } = useRouter().params
  const { person } = useSession()
  if (person) return <Checkout sittingId={sittingId} person={person} />
  return (
    <CanteenScreen title={TEXT.title}>
      <SignInFirst text={CANTEEN_TEXT.signIn} />
    </CanteenScreen>
  )
}

function Checkout({ sittingId, person }: { sittingId: string; person: PersonView }): ReactNode {
  const { cart, eater, change } = useEatersCart(sittingId, person)
  const [chosenWay, setPayBy] = useState<PayBy>('wallet')
  const sitting = useSitting(sittingId, cart.forPersonId, usePageShown())
  const quote = useQuote(quoteRequestOf(sittingId, cart), sitting.data?.offers)
  const cash = takesCash(cart.mode, sitting.data?.day ?? '', businessDayOf(useNow(20)))
  const payBy = payByFor(chosenWay, quote.data, person.id, cash)
  const checkout = useCheckout(sittingId, (order) => {
    clearCart(sittingId)
    replace('/features/canteen/pages/order/index', { id: order.id, placed: '1' })
  })
  const refusal = checkout.refusal ?? refusedByPrice(quote.data, quote.isError ? asApiError(quote.error) : null)
  const { data } = sitting
  const toMenu = (): void => backTo('/features/canteen/pages/menu/index', { day: data?.day, meal: data?.meal })
  const fit = (): void => {
    if (data === undefined) return
    keepCart(sittingId, fitCart(cart, data.offers).cart)
    checkout.clearRefusal()
  }
  const empty = cart.lines.length === 0 && !checkout.busy
  const bar =
    data && !empty ? (
      <PayBar
        payFen={quote.data?.payFen}
        payBy={payBy}
        busy={checkout.busy}
        pricing={quote.isPlaceholderData}
        refusal={refusal?.ask ? null : refusal}
        onPay={() => quote.data && checkout.pay(data, cart, quote.data, payBy)}
        onAct={(action) => wayOut(action, { price: () => void quote.refetch(), menu: toMenu, fit })}
      />
    ) : null
  return (
    <CanteenScreen title={TEXT.title} bottom={bar} canteen={data?.canteen}>
      <Async
        query={sitting}
        skeleton={<SkeletonRows count={5} height={120} />}
        isEmpty={() => empty}
        empty={<Empty onMenu={toMenu} />}
      >
        {(shownSitting) => (
          <CheckoutForm
            sitting={shownSitting}
            person={person}
            cart={cart}
            change={(action) => {
              checkout.clearRefusal()
              change(action)
            }}
            quote={quote.data}
            refusal={refusal}
            payBy={payBy}
            cash={cash}
            onPayBy={(way) => {
              checkout.clearRefusal()
              setPayBy(way)
            }}
          />
        )}
      </Async>
      <CheckoutQuestion
        refusal={refusal}
        sitting={data}
        forPersonId={cart.forPersonId}
        who={cart.forPersonId === null ? DELIVERY_TEXT.self : (eater.relation ?? eater.name)}
        busy={checkout.busy}
        onYes={checkout.agree}
        onNo={(kind) => {
          checkout.clearRefusal()
          if (kind === 'leave_out') toMenu()
        }}
      />
    </CanteenScreen>
  )
}

/** Where a refusal leads: to another page, or to what is done on this one. */
function wayOut(action: RefusalAction, here: Record<'price' | 'menu' | 'fit', () => void>): void {
  if (action === 'wallet') go('/features/wallet/pages/top-up/index', { back: '1' })
  else if (action === 'orders') go('/features/canteen/pages/orders/index')
  else if (action === 'next_meal') replace('/features/canteen/pages/menu/index')
  else here[action]()
}

interface EatersCart {
  cart: Cart
  eater: Eater
  change: (action: CartAction) => void
}

/**
 * The cart of a sitting for whom it is ordered. A mandate may have ended since the cart was kept: then one orders for oneself. One that
 * ends while this page is open is said by the server, and the form stays as it is: nobody should pay for another meal than the one they
 * chose.
 */
function useEatersCart(sittingId: string, person: PersonView): EatersCart {
  const { cart, change } = useCart(sittingId)
  const [eaterId, setEaterId] = useState(() => eaterOf(person, cart.forPersonId).id)
  return {
    cart: { ...cart, forPersonId: eaterId },
    eater: eaterOf(person, eaterId),
    change: (action) => {
      if (action.kind === 'eater') setEaterId(action.forPersonId)
      change(action)
    },
  }
}

function Empty({ onMenu }: { onMenu: () => void }): ReactNode {
  return <EmptyState title={TEXT.empty} text={TEXT.emptyText} action={{ label: TEXT.emptyAction, onTap: onMenu }} />
}
