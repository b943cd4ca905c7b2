import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { QuoteView, SittingView } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import { go, replace } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { Button } from '@/shared/ui/button'
import { Icon } from '@/shared/ui/icon'
import { Money } from '@/shared/ui/money'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Skeleton } from '@/shared/ui/skeleton'
import { useQuote } from '../api/get-quote'
import type { Cart } from '../model/cart'
import { clearCart } from '../cart-store'
import { soonestSlot } from '../model/slots'
import { splitName, type Tray } from '../model/trays'
import { CANTEEN_TEXT } from '../text'
import { quoteRequestOf, useCheckout } from '../use-checkout'
import css from './elder-decision.module.scss'
import { ElderQuestion } from './elder-question'
import { TrayPicture } from './tray-picture'

const TEXT = CANTEEN_TEXT.elder

interface ElderDecisionProps {
  sitting: SittingView
  cart: Cart
  tray: Tray
  onOther: () => void
}

/** One decision: this tray at the soonest time, or another one. */
export function ElderDecision({ sitting, cart, tray, onOther }: ElderDecisionProps): ReactNode {
  const now = useNow(20)
  const quote = useQuote(quoteRequestOf(sitting.id, cart))
  const { pay, busy, refusal } = useCheckout((order) => {
    clearCart(sitting.id)
    replace('/features/canteen/pages/order/index', { id: order.id, placed: '1' })
  })
  const slot = soonestSlot(sitting.slots, now)
  const full = sitting.slots.length > 0 && !slot
  const from = new Date(slot?.from ?? sitting.serving.from)
  const come = TEXT.come(`${dayText(sitting.day, businessDayOf(now))} ${clockText(from)}`)
  const { short } = splitName(tray.main.dish.name)
  const name = tray.sides.length > 0 ? TEXT.tray(short) : short
  const spoken = [TEXT.confirmTitle, name, come, quote.data ? TEXT.yuan(yuan(quote.data.payFen)) : '']
  const trouble = full ? TEXT.noSlot : (refusal?.text ?? null)
  return (
    <>
      <ElderQuestion text={TEXT.confirmTitle} sentences={spoken} />
      <View className={css.meal}>
        <View className={css.picture}>
          <TrayPicture tray={tray} />
        </View>
        <View className={css.name}>{name}</View>
      </View>
      <Facts come={come} quote={quote.data} />
      {trouble ? (
        <NoticeBar
          tone="warm"
          icon="alert-line"
          onTap={
            refusal?.action === 'wallet' ? () => go('/features/wallet/pages/top-up/index', { back: '1' }) : undefined
          }
        >
          {trouble}
        </NoticeBar>
      ) : null}
      <Button
        size="xl"
        block
        loading={busy}
        disabled={!quote.data || full}
        onTap={() => quote.data && pay(sitting, { ...cart, slotId: slot?.id ?? null }, quote.data, 'wallet')}
      >
        {TEXT.yes}
      </Button>
      <Button kind="line" block onTap={onOther}>
        {TEXT.other}
      </Button>
    </>
  )
}

/** When, and what leaves the wallet. */
function Facts({ come, quote }: { come: string; quote: QuoteView | undefined }): ReactNode {
  return (
    <View className={css.facts}>
      <View className={css.fact}>
        <Icon name="time-line" size="l" />
        {come}
      </View>
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
