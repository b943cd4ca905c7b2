import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { QuoteView, SittingView, SlotView } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { businessDayOf, clockText, dayText } from '@wanli/kernel/shanghai-time'
import type { IconName } from '@/shared/icons/icon-name'
import { Icon } from '@/shared/ui/icon'
import { Money } from '@/shared/ui/money'
import { Skeleton } from '@/shared/ui/skeleton'
import { namesOfTray, type Tray } from '../model/trays'
import { DELIVERY_TEXT } from '../delivery-text'
import { CANTEEN_TEXT } from '../text'
import css from './elder-decision.module.scss'

const TEXT = CANTEEN_TEXT.elder

/** What is decided with a yes. */
export interface Decided {
  come: string
  quote: QuoteView | undefined
  door: string | null
  /** The kitchen has counted: what is ordered now is not cancelled any more. */
  final: boolean
}

interface Choices {
  /** The address it is brought to; absent where one comes to eat. */
  home: { text: string } | undefined
  slot: SlotView | null
  quote: QuoteView | undefined
}

/** What a yes decides now. */
export function factsOf(sitting: SittingView, { home, slot, quote }: Choices, now: Date): Decided {
  const come = comeText(sitting, home ? null : slot, home !== undefined, now)
  return { come, quote, door: home?.text ?? null, final: new Date(sitting.freezeAt) <= now }
}

/** When to come, or when it is brought. */
function comeText(sitting: SittingView, slot: SlotView | null, isHome: boolean, now: Date): string {
  const from = new Date(slot?.from ?? sitting.serving.from)
  const when = `${dayText(sitting.day, businessDayOf(now))} ${clockText(from)}`
  return isHome ? DELIVERY_TEXT.comes(when) : TEXT.come(when)
}

/** All that is decided, as it is read aloud. */
export function spokenOf(tray: Tray, { come, quote, final }: Decided): string[] {
  const price = quote ? [TEXT.yuan(yuan(quote.payFen))] : []
  return [TEXT.confirmTitle, ...namesOfTray(tray), come, ...price, ...(final ? [TEXT.final] : [])]
}

/** When, what leaves the wallet, and that it does so for good where that is so. */
export function ElderFacts({ come, quote, door, final }: Decided): ReactNode {
  return (
    <View className={css.facts}>
      <Fact icon="time-line" text={come} />
      {door ? <Fact icon="location-line" text={DELIVERY_TEXT.homeTo(door)} /> : null}
      <Fact icon="wallet-4-line" text={TEXT.payFrom}>
        <View className={css.amount}>
          {quote ? <Money fen={quote.payFen} size="l" /> : <Skeleton height={24} width="96px" />}
        </View>
      </Fact>
      {final ? <Fact icon="information-line" text={TEXT.final} /> : null}
    </View>
  )
}

function Fact({ icon, text, children }: { icon: IconName; text: string; children?: ReactNode }): ReactNode {
  return (
    <View className={css.fact}>
      <Icon name={icon} size="l" />
      <View className={css.text}>{text}</View>
      {children}
    </View>
  )
}
