import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PayBy, QuoteView } from '@wanli/contracts/canteen'
import { WALLET } from '@wanli/kernel/limits'
import { yuan } from '@wanli/kernel/money'
import { go } from '@/shared/navigation'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Pressable } from '@/shared/ui/pressable'
import { Radio } from '@/shared/ui/radio'
import { Tile } from '@/shared/ui/tile'
import type { IconName } from '@/shared/icons/icon-name'
import { DELIVERY_TEXT } from '../delivery-text'
import { missingFen } from '../model/money'
import { CANTEEN_TEXT } from '../text'
import css from './pay-card.module.scss'

const TEXT = CANTEEN_TEXT.checkout

interface PayCardProps {
  quote: QuoteView | undefined
  /** Who is at the checkout: the payer may be somebody else, by a mandate. */
  personId: string
  payBy: PayBy
  /** Whether one may pay at the window. */
  cash: boolean
  onChange: (payBy: PayBy) => void
}

/**
 * 怎么付: a wallet (one's own, or the eater's under a mandate) or WeChat; what is missing, and what the mandate still allows today (that it
 * is too little stands at the button).
 */
export function PayCard({ quote, personId, payBy, cash, onChange }: PayCardProps): ReactNode {
  const other = quote && quote.payer.id !== personId ? quote.payer.name : null
  const short = quote && payBy === 'wallet' ? missingFen(quote) : 0
  return (
    <Card title={TEXT.pay} flush>
      <View {...aria({ role: 'radiogroup', label: TEXT.pay })}>
        <Way
          icon="wallet-4-line"
          title={other === null ? TEXT.wallet : TEXT.otherWallet(other)}
          text={walletText(quote, other)}
          on={payBy === 'wallet'}
          onTap={() => onChange('wallet')}
        />
        {other === null ? (
          <Way
            icon="wechat-line"
            title={TEXT.wechat}
            text={TEXT.wechatText}
            on={payBy === 'wechat'}
            onTap={() => onChange('wechat')}
          />
        ) : null}
        {other === null && cash ? (
          <Way
            icon="store-line"
            title={DELIVERY_TEXT.counter}
            text={DELIVERY_TEXT.counterText(WALLET.mealMinutes)}
            on={payBy === 'counter'}
            onTap={() => onChange('counter')}
          />
        ) : null}
      </View>
      {short > 0 ? (
        <Cell
          tile={<Tile tint="canteen" icon="alert-line" size="s" />}
          title={TEXT.short(yuan(short))}
          text={TEXT.shortHelp}
          end={
            <Button kind="soft" size="s" onTap={() => go('/features/wallet/pages/top-up/index', { back: '1' })}>
              {TEXT.topUp}
            </Button>
          }
        />
      ) : null}
      {quote && quote.capLeftFen !== null ? (
        <View className={css.cap}>{TEXT.capLeft(yuan(quote.capLeftFen))}</View>
      ) : null}
    </Card>
  )
}

function walletText(quote: QuoteView | undefined, other: string | null): string {
  if (other !== null) return TEXT.otherBalance
  return quote && quote.balanceFen !== null ? TEXT.balance(yuan(quote.balanceFen)) : ''
}

interface WayProps {
  icon: IconName
  title: string
  text: string
  on: boolean
  onTap: () => void
}

function Way({ icon, title, text, on, onTap }: WayProps): ReactNode {
  return (
    <Pressable className={css.way} role="radio" facts={{ checked: on }} onTap={onTap}>
      <Tile tint="people" icon={icon} size="s" />
      <View className={css.words}>
        <View className={css.title}>{title}</View>
        {text ? <View className={css.text}>{text}</View> : null}
      </View>
      <Radio on={on} />
    </Pressable>
  )
}
