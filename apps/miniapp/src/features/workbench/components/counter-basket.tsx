import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import { yuan } from '@wanli/kernel/money'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Dialog } from '@/shared/ui/dialog'
import { Segmented } from '@/shared/ui/segmented'
import { COUNTER_TEXT as TEXT } from '../counter-text'
import { linesOf, nameOf } from '../model/counter-basket'
import type { Counter } from '../use-counter'
import type { Sale } from '../use-sale'
import css from './counter-basket.module.scss'

interface CounterBasketProps {
  sitting: SittingView
  counter: Counter
  quote: Sale['quote']
}

/** The place on the page of what was chosen. */
export const BASKET = 'counter-basket'

/** What was chosen, here or to take away, and what it costs and why. */
export function CounterBasket({ sitting, counter, quote }: CounterBasketProps): ReactNode {
  const lines = linesOf(counter.basket, sitting.offers)
  return (
    <Card
      title={TEXT.basket}
      extra={lines.length > 0 || counter.person || counter.unanswered ? <Clear counter={counter} /> : undefined}
    >
      <Segmented
        items={[
          { key: 'dine_in', label: TEXT.mode.dine_in },
          { key: 'pick_up', label: TEXT.mode.pick_up },
        ]}
        current={counter.mode}
        onChange={counter.setMode}
      />
      {lines.length === 0 ? (
        <View className={css.empty}>
          <View className={css.wide}>{TEXT.empty}</View>
          <View className={css.narrow}>{TEXT.emptyNarrow}</View>
        </View>
      ) : null}
      <View className={css.lines}>
        {lines.map((line) => (
          <View key={`${line.offerId} ${line.portion ?? ''}`} className={css.line}>
            <View>{nameOf(line.offerId, line.portion, sitting.offers)}</View>
            <View className={css.times}>{TEXT.times(line.quantity)}</View>
          </View>
        ))}
      </View>
      {quote ? (
        <View className={css.sum}>
          {quote.explanation
            .filter(({ kind }) => kind !== 'pay')
            .map((step) => (
              <View key={step.kind} className={css.step}>
                <View>{step.amountFen === 0 && step.reason ? `${step.label}：${step.reason}` : step.label}</View>
                <View>{`${step.amountFen < 0 ? '−' : ''}¥${yuan(Math.abs(step.amountFen))}`}</View>
              </View>
            ))}
        </View>
      ) : null}
    </Card>
  )
}

/** The guest goes without having bought. A sale that nobody has answered may have come about: who lets it be is told so first. */
function Clear({ counter }: { counter: Counter }): ReactNode {
  const [asking, setAsking] = useState(false)
  const clear = (): void => {
    setAsking(false)
    counter.next()
  }
  return (
    <>
      <Button
        kind="text"
        size="s"
        label={TEXT.clearLabel}
        onTap={counter.unanswered === null ? clear : () => setAsking(true)}
      >
        {TEXT.clear}
      </Button>
      <Dialog
        open={asking}
        title={TEXT.letBeTitle}
        text={TEXT.letBeText}
        confirm={{ label: TEXT.letBeYes, kind: 'danger', onTap: clear }}
        cancel={{ label: TEXT.letBeNo, onTap: () => setAsking(false) }}
      />
    </>
  )
}
