import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { OfferView, Portion, SittingView } from '@wanli/contracts/canteen'
import { go } from '@/shared/navigation'
import { clockOn } from '@/shared/text/when'
import { NoticeBar } from '@/shared/ui/notice-bar'
import type { Cart, CartAction } from '../model/cart'
import { endOf, takesOrders } from '../model/days'
import { isElder } from '../model/eater'
import { DELIVERY_TEXT } from '../delivery-text'
import { CANTEEN_TEXT } from '../text'
import { AllergyNote } from './allergy-note'
import { DishList } from './dish-list'
import { DishSheet } from './dish-sheet'
import { OrderedNote } from './ordered-note'

const TEXT = CANTEEN_TEXT.menu

interface MenuBodyProps {
  sitting: SittingView
  cart: Cart
  change: (action: CartAction) => void
  /** What changed by itself since the person last looked. */
  news: string | null
  onNextSitting: () => void
  now: Date
}

/** The dishes of a sitting. When its pre-order is over they can still be looked at, and the way to the next meal is offered. */
export function MenuBody({ sitting, cart, change, news, onNextSitting, now }: MenuBodyProps): ReactNode {
  const [openId, setOpenId] = useState<string | null>(null)
  const canOrder = takesOrders(sitting)
  const set = (offer: OfferView, portion: Portion, quantity: number): void =>
    change({ kind: 'set', offer, portion, quantity })
  return (
    <>
      {news ? (
        <NoticeBar tone="warm" icon="information-line">
          {news}
        </NoticeBar>
      ) : null}
      <EndNote sitting={sitting} now={now} onNext={onNextSitting} />
      {new Date(sitting.freezeAt) <= now && now < new Date(sitting.serving.to) ? (
        <NoticeBar
          tone="info"
          icon="transfer-line"
          onTap={() => go('/features/canteen/pages/offered/index', { sittingId: sitting.id })}
        >
          {TEXT.seeOffered}
        </NoticeBar>
      ) : null}
      {canOrder ? <KeptNote sitting={sitting} now={now} /> : null}
      <OrderedNote sitting={sitting} forPersonId={cart.forPersonId} />
      <DishList
        offers={sitting.offers}
        cart={cart}
        canOrder={canOrder}
        onSet={set}
        onOpen={(offer) => setOpenId(offer.id)}
      />
      <AllergyNote canteen={sitting.canteen} forPersonId={cart.forPersonId} />
      <DishSheet
        offer={sitting.offers.find((offer) => offer.id === openId) ?? null}
        cart={cart}
        canOrder={canOrder}
        onSet={set}
        onClose={() => setOpenId(null)}
      />
    </>
  )
}

/** Why nothing can be ordered, and what to do instead: what is over is over, what is closed may be bought at the window. */
function EndNote({ sitting, now, onNext }: { sitting: SittingView; now: Date; onNext: () => void }): ReactNode {
  const end = endOf(sitting, now)
  const words = sitting.closedReason
    ? [TEXT.notServed(sitting.closedReason), TEXT.overText]
    : end === 'over'
      ? [TEXT.overTitle, TEXT.overText]
      : [TEXT.closedTitle(clockOn(new Date(sitting.cutOffAt), now)), TEXT.closedText]
  if (end === null && !sitting.closedReason) return null
  return (
    <NoticeBar tone="warm" icon={sitting.closedReason ? 'alert-line' : 'time-line'} onTap={onNext}>
      {words.map((line) => (
        <View key={line}>{line}</View>
      ))}
    </NoticeBar>
  )
}

/** Why some dishes are short for who is younger: part of them is put aside for elders, until when. */
function KeptNote({ sitting: { kept, basis }, now }: { sitting: SittingView; now: Date }): ReactNode {
  if (kept === null || kept.percentNow === 0 || kept.openToAllAt === null) return null
  // Portions are kept for elders: they need not be told.
  if (isElder(basis.age)) return null
  const all = clockOn(new Date(kept.openToAllAt), now)
  const next = kept.nextAt === null ? all : clockOn(new Date(kept.nextAt), now)
  return (
    <NoticeBar tone="info" icon="hand-heart-line">
      {next === all ? DELIVERY_TEXT.keptAll(all) : DELIVERY_TEXT.kept(next, all)}
    </NoticeBar>
  )
}
