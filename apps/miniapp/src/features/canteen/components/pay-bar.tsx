import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PayBy } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { Button } from '@/shared/ui/button'
import { FootBar } from '@/shared/ui/foot-bar'
import { Money } from '@/shared/ui/money'
import { Skeleton } from '@/shared/ui/skeleton'
import type { Refusal, RefusalAction } from '../model/refusal'
import { CANTEEN_TEXT } from '../text'
import css from './pay-bar.module.scss'

const TEXT = CANTEEN_TEXT.checkout

const ACTION_TEXT = {
  price: CANTEEN_TEXT.refused.unpricedAction,
  fit: CANTEEN_TEXT.refused.soldOutAction,
  next_meal: CANTEEN_TEXT.refused.cutOffAction,
  wallet: CANTEEN_TEXT.refused.insufficientAction,
  menu: CANTEEN_TEXT.refused.backToMenu,
  orders: CANTEEN_TEXT.refused.maybePlacedAction,
} as const satisfies Record<RefusalAction, string>

const PAY_WORDS = {
  wallet: TEXT.payAction,
  wechat: TEXT.wechatAction,
  counter: TEXT.counterAction,
} as const satisfies Record<PayBy, (yuan: string) => string>

interface PayBarProps {
  /** What is to be paid, in fen; absent while it is on its way. */
  payFen: number | undefined
  payBy: PayBy
  busy: boolean
  /** What changed is being priced: the amount is the one before, and is not to be paid. */
  pricing: boolean
  refusal: Refusal | null
  onPay: () => void
  onAct: (action: RefusalAction) => void
}

/** The one button of the page with the amount on it. Why an order was refused stands right above it, with what to do next. */
export function PayBar({ payFen, payBy, busy, pricing, refusal, onPay, onAct }: PayBarProps): ReactNode {
  const action = refusal?.action ?? null
  const unpriced = refusal === null ? TEXT.pricing : TEXT.unpriced
  return (
    <FootBar
      refused={refusal?.text}
      act={action ? ACTION_TEXT[action] : undefined}
      onRefused={action ? () => onAct(action) : undefined}
    >
      <View className={css.row}>
        <View className={css.sum}>
          <View className={css.label}>{TEXT.mustPay}</View>
          {payFen === undefined ? <Skeleton height={24} width="88px" /> : <Money fen={payFen} size="l" />}
        </View>
        <View className={css.button}>
          <Button block loading={busy || pricing} disabled={payFen === undefined} onTap={onPay}>
            {busy ? TEXT.paying : payFen === undefined ? unpriced : PAY_WORDS[payBy](yuan(payFen))}
          </Button>
        </View>
      </View>
    </FootBar>
  )
}
