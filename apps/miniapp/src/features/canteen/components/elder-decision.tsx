import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { OrderListItem, ServiceMode, SittingView } from '@wanli/contracts/canteen'
import { useAddresses } from '@/shared/api/get-addresses'
import { asApiError } from '@/shared/http/api-error'
import { go, replace } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Segmented } from '@/shared/ui/segmented'
import { useQuote } from '../api/get-quote'
import type { Cart } from '../model/cart'
import { clearCart } from '../cart-store'
import { refusedByPrice, type Refusal, type RefusalAction } from '../model/refusal'
import { soonestSlot } from '../model/slots'
import { namesOfTray, spaced, type Tray } from '../model/trays'
import { DELIVERY_TEXT } from '../delivery-text'
import { CANTEEN_TEXT } from '../text'
import { quoteRequestOf, useCheckout, type Checkout } from '../use-checkout'
import { useOrdered } from '../use-ordered'
import { AgainQuestion, CheckoutQuestion } from './checkout-question'
import css from './elder-decision.module.scss'
import { ElderFacts, factsOf, spokenOf } from './elder-facts'
import { ElderQuestion } from './elder-question'
import { TrayPicture } from './tray-picture'

const TEXT = CANTEEN_TEXT.elder
const UNPRICED_ACT = CANTEEN_TEXT.refused.unpricedAction

interface ElderDecisionProps {
  sitting: SittingView
  cart: Cart
  tray: Tray
  onMode: (mode: ServiceMode) => void
  onOther: () => void
}

/** One decision: this tray at the soonest time, or another one. Who has this meal already is asked whether they want a second one. */
export function ElderDecision({ sitting, cart, tray, onMode, onOther }: ElderDecisionProps): ReactNode {
  const now = useNow(20)
  const quote = useQuote(quoteRequestOf(sitting.id, cart), sitting.offers)
  const addresses = useAddresses(cart.forPersonId, sitting.modes.includes('delivery'))
  const address = addresses.data?.find(({ canteenId }) => canteenId === sitting.canteenId)
  const home = cart.mode === 'delivery' ? address : undefined
  const checkout = useCheckout(sitting.id, (order) => {
    clearCart(sitting.id)
    replace('/features/canteen/pages/order/index', { id: order.id, placed: '1' })
  })
  const ordered = useOrdered(sitting, cart.forPersonId)
  const [asksAgain, setAsksAgain] = useState(false)
  const slot = soonestSlot(sitting.slots, now)
  const full = !home && sitting.slots.length > 0 && !slot
  const facts = factsOf(sitting, { home, slot, quote: quote.data }, now)
  const wrong = checkout.refusal ?? refusedByPrice(quote.data, quote.isError ? asApiError(quote.error) : null)
  const order = (again: boolean): void => {
    setAsksAgain(false)
    const whereTo = home ? { addressId: home.id } : { slotId: slot?.id ?? null }
    if (quote.data) checkout.pay(sitting, { ...cart, ...whereTo }, quote.data, 'wallet', again ? { again } : {})
  }
  return (
    <>
      <ElderQuestion text={TEXT.confirmTitle} sentences={spokenOf(tray, facts)} />
      <Meal tray={tray} />
      {address ? (
        <Where
          isHome={home !== undefined}
          onMode={(mode) => {
            checkout.clearRefusal()
            onMode(mode)
          }}
        />
      ) : null}
      <ElderFacts {...facts} />
      {full ? <Trouble text={TEXT.noSlot} /> : <Refused refusal={wrong} onPrice={() => void quote.refetch()} />}
      <Button
        size="xl"
        block
        loading={checkout.busy || quote.isPlaceholderData}
        disabled={!quote.data || full}
        onTap={() => (ordered ? setAsksAgain(true) : order(false))}
      >
        {TEXT.yes}
      </Button>
      <Button kind="line" block onTap={onOther}>
        {TEXT.other}
      </Button>
      <Questions
        sitting={sitting}
        forPersonId={cart.forPersonId}
        checkout={checkout}
        ordered={asksAgain ? ordered : null}
        onAgain={() => order(true)}
        onEnough={() => setAsksAgain(false)}
        onOther={onOther}
      />
    </>
  )
}

/** At the canteen, or at home. */
function Where({ isHome, onMode }: { isHome: boolean; onMode: (mode: ServiceMode) => void }): ReactNode {
  return (
    <Segmented
      items={[
        { key: 'dine_in', label: DELIVERY_TEXT.there },
        { key: 'delivery', label: DELIVERY_TEXT.home },
      ]}
      current={isHome ? 'delivery' : 'dine_in'}
      onChange={onMode}
    />
  )
}

interface QuestionsProps {
  sitting: SittingView
  forPersonId: string | null
  checkout: Checkout
  /** What the eater has for this meal already, while it is asked whether they want more. */
  ordered: OrderListItem | null
  onAgain: () => void
  onEnough: () => void
  onOther: () => void
}

/** What is asked before the meal is ordered: by this page, and by the server. */
function Questions({ sitting, forPersonId, checkout, ordered, onAgain, onEnough, onOther }: QuestionsProps): ReactNode {
  const who = forPersonId === null ? DELIVERY_TEXT.self : (sitting.basis.eater?.name ?? '')
  const { busy, refusal, agree, clearRefusal } = checkout
  const asked = { sitting, forPersonId, busy }
  return (
    <>
      <CheckoutQuestion
        {...asked}
        refusal={refusal}
        who={who}
        onYes={agree}
        onNo={(kind) => {
          clearRefusal()
          if (kind === 'leave_out') onOther()
        }}
      />
      {ordered ? (
        <AgainQuestion
          {...asked}
          ask={{ kind: 'again', by: who, number: ordered.pickupNumber }}
          onYes={onAgain}
          onNo={onEnough}
        />
      ) : null}
    </>
  )
}

/** All that is eaten, in a picture and by name. */
function Meal({ tray }: { tray: Tray }): ReactNode {
  const [main, ...rest] = namesOfTray(tray)
  const isSet = tray.sides.length === 0
  return (
    <View className={css.meal}>
      <View className={css.picture}>
        <TrayPicture tray={tray} />
      </View>
      <View className={css.words}>
        <View className={css.name}>{main}</View>
        {rest.length > 0 ? (
          <View className={css.sides}>{CANTEEN_TEXT.names(isSet ? rest.map(spaced) : rest)}</View>
        ) : null}
      </View>
    </View>
  )
}

type WaysOut = Partial<Record<RefusalAction, { act: string; onTap: () => void }>>

/** Where a refusal leads in the care mode: to more money, and to the orders where it may have been placed. */
const WAYS_OUT: WaysOut = {
  wallet: {
    act: CANTEEN_TEXT.refused.insufficientAction,
    onTap: () => go('/features/wallet/pages/top-up/index', { back: '1' }),
  },
  orders: { act: CANTEEN_TEXT.refused.maybePlacedAction, onTap: () => go('/features/canteen/pages/orders/index') },
}

/** What was refused but for what is asked about, with the way out of it. */
function Refused({ refusal, onPrice }: { refusal: Refusal | null; onPrice: () => void }): ReactNode {
  if (refusal === null || refusal.ask) return null
  const waysOut: WaysOut = { ...WAYS_OUT, price: { act: UNPRICED_ACT, onTap: onPrice } }
  return <Trouble text={refusal.text} {...(refusal.action ? waysOut[refusal.action] : {})} />
}

/** Why it cannot be ordered, and the way out of it. */
function Trouble({ text, ...wayOut }: { text: string; act?: string; onTap?: () => void }): ReactNode {
  return (
    <View {...aria({ role: 'alert' })}>
      <NoticeBar tone="warm" icon="alert-line" {...wayOut}>
        {text}
      </NoticeBar>
    </View>
  )
}
