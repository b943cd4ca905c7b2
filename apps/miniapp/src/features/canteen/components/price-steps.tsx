import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PriceStep } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { classList } from '@/shared/ui/class-list'
import { Money } from '@/shared/ui/money'
import { CANTEEN_TEXT } from '../text'
import css from './price-steps.module.scss'

interface PriceStepsProps {
  steps: readonly PriceStep[]
  /** The amount has been paid, and is not still to be paid. */
  paid?: boolean
}

/** How a price comes about, one line a step with its reason in words; the last line is what is paid. */
export function PriceSteps({ steps, paid = false }: PriceStepsProps): ReactNode {
  return (
    <View className={css.steps}>
      {steps.map((step) => (
        <View key={step.kind} className={classList(css.step, step.kind === 'pay' && css.pay)}>
          <View className={css.words}>
            <View>{paid && step.kind === 'pay' ? CANTEEN_TEXT.order.sumPaid : step.label}</View>
            {step.reason ? <View className={css.reason}>{step.reason}</View> : null}
          </View>
          {step.kind === 'pay' ? (
            <Money fen={step.amountFen} size="l" />
          ) : (
            <View className={classList(css.amount, step.amountFen < 0 && css.lower)}>
              {step.amountFen < 0 ? '−' : ''}¥{yuan(Math.abs(step.amountFen))}
            </View>
          )}
        </View>
      ))}
    </View>
  )
}
