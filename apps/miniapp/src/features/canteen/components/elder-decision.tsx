import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { QuoteView, ServiceMode, SittingView } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { useAddresses } from '@/shared/api/get-addresses'
import { asApiError } from '@/shared/http/api-error'
import { go, replace } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Icon } from '@/shared/ui/icon'
import { Money } from '@/shared/ui/money'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Segmented } from '@/shared/ui/segmented'
import { Skeleton } from '@/shared/ui/skeleton'
import { useQuote } from '../api/get-quote'
import type { Cart } from '../model/cart'
import { clearCart } from '../cart-store'
import { unpricedBy, type RefusalAction } from '../model/refusal'
import { soonestSlot } from '../model/slots'
import { namesOfTray, type Tray } from '../model/trays'
import { DELIVERY_TEXT } from '../delivery-text'
import { CANTEEN_TEXT } from '../text'
import { quoteRequestOf, useCheckout } from '../use-checkout'
import { useOrdered } from '../use-ordered'
import { AgainQuestion, CheckoutQuestion } from './checkout-question'
import css from './elder-decision.module.scss'
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
  const isHome = cart.mode === 'delivery' && address !== undefined
  const { pay, busy, refusal, agree, clearRefusal } = useCheckout(sitting.id, (order) => {
    clearCart(sitting.id)
    replace('/features/canteen/pages/order/index', { id: order.id, placed: '1' })
  })
  const ordered = useOrdered(sitting, cart.forPersonId)
  const [asksAgain, setAsksAgain] = useState(false)
  const who = cart.forPersonId === null ? DELIVERY_TEXT.self : (sitting.basis.eater?.name ?? '')
  const slot = soonestSlot(sitting.slots, now)
  const full = !isHome && sitting.slots.length > 0 && !slot
  const from = new Date((isHome ? null : slot?.from) ?? sitting.serving.from)
  const when = `${dayText(sitting.day, businessDayOf(now))} ${clockText(from)}`
  const come = isHome ? DELIVERY_TEXT.comes(when) : TEXT.come(when)
  const spoken = [TEXT.confirmTitle, ...namesOfTray(tray), come, quote.data ? TEXT.yuan(yuan(quote.data.payFen)) : '']
  const wrong = refusal ?? (quote.isError ? unpricedBy(asApiError(quote.error)) : null)
  const waysOut: WaysOut = { ...WAYS_OUT, price: { act: UNPRICED_ACT, onTap: () => void quote.refetch() } }
  const order = (again: boolean): void => {
    setAsksAgain(false)
    const whereTo = isHome ? { addressId: address.id } : { slotId: slot?.id ?? null }
    if (quote.data) pay(sitting, { ...cart, ...whereTo }, quote.data, 'wallet', again ? { again } : {})
  }
  return (
    <>
      <ElderQuestion text={TEXT.confirmTitle} sentences={spoken} />
      <Meal tray={tray} />
      {address ? (
        <Segmented
          items={[
            { key: 'dine_in', label: DELIVERY_TEXT.there },
            { key: 'delivery', label: DELIVERY_TEXT.home },
          ]}
          current={isHome ? 'delivery' : 'dine_in'}
          onChange={(mode) => {
            clearRefusal()
            onMode(mode)
          }}
        />
      ) : null}
      <Facts come={come} quote={quote.data} door={isHome ? address.text : null} />
      {full ? <Trouble text={TEXT.noSlot} /> : null}
      {wrong === null || wrong.ask || full ? null : (
        <Trouble text={wrong.text} {...(wrong.action ? waysOut[wrong.action] : {})} />
      )}
      <Button
        size="xl"
        block
        loading={busy || quote.isPlaceholderData}
        disabled={!quote.data || full}
        onTap={() => (ordered ? setAsksAgain(true) : order(false))}
      >
        {TEXT.yes}
      </Button>
      <Button kind="line" block onTap={onOther}>
        {TEXT.other}
      </Button>
      <CheckoutQuestion
        refusal={refusal}
        sitting={sitting}
        forPersonId={cart.forPersonId}
        who={who}
        busy={busy}
        onYes={agree}
        onNo={(kind) => {
          clearRefusal()
          if (kind === 'leave_out') onOther()
        }}
      />
      {asksAgain && ordered ? (
        <AgainQuestion
          ask={{ kind: 'again', by: who, number: ordered.pickupNumber }}
          sitting={sitting}
          forPersonId={cart.forPersonId}
          busy={busy}
          onYes={() => order(true)}
          onNo={() => setAsksAgain(false)}
        />
      ) : null}
    </>
  )
}

/** All that is eaten, in a picture and by name. */
function Meal({ tray }: { tray: Tray }): ReactNode {
  const [main, ...rest] = namesOfTray(tray)
  return (
    <View className={css.meal}>
      <View className={css.picture}>
        <TrayPicture tray={tray} />
      </View>
      <View className={css.name}>{main}</View>
      {rest.length > 0 ? <View className={css.sides}>{CANTEEN_TEXT.names(rest)}</View> : null}
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

/** When, and what leaves the wallet. */
function Facts({ come, quote, door }: { come: string; quote: QuoteView | undefined; door: string | null }): ReactNode {
  return (
    <View className={css.facts}>
      <View className={css.fact}>
        <Icon name="time-line" size="l" />
        {come}
      </View>
      {door ? (
        <View className={css.fact}>
          <Icon name="location-line" size="l" />
          {DELIVERY_TEXT.homeTo(door)}
        </View>
      ) : null}
      <View className={css.fact}>
        <Icon name="wallet-4-line" size="l" />
        {TEXT.payFrom}
        <View className={css.amount}>
          {quote ? <Money fen={quote.payFen} size="l" /> : <Skeleton height={24} width="96px" />}
        </View>
      </View>
    </View>
  )
}
