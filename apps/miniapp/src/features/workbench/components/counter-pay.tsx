import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { SittingView } from '@wanli/contracts/canteen'
import type { CounterOrderRequest } from '@wanli/contracts/counter'
import { yuan } from '@wanli/kernel/money'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Dialog } from '@/shared/ui/dialog'
import { Money } from '@/shared/ui/money'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Segmented } from '@/shared/ui/segmented'
import { useCounterQuote } from '../api/counter-sale'
import { COUNTER_TEXT as TEXT } from '../counter-text'
import { linesOf } from '../model/counter-basket'
import type { useCounter } from '../use-counter'
import { CashSheet } from './cash-sheet'
import css from './counter-pay.module.scss'

interface CounterPayProps {
  sitting: SittingView
  counter: ReturnType<typeof useCounter>
}

/** What was chosen, what it costs and why, and the two ways to pay for it. */
export function CounterPay({ sitting, counter }: CounterPayProps): ReactNode {
  const [taking, setTaking] = useState(false)
  const { basket, person, mode } = counter
  const lines = linesOf(basket, sitting.offers)
  const request =
    lines.length === 0 ? null : { sittingId: sitting.id, lines, mode, ...(person ? { forPersonId: person.id } : {}) }
  const { data: quote, isPlaceholderData } = useCounterQuote(request)
  const sell = (payBy: CounterOrderRequest['payBy']): void => {
    setTaking(false)
    if (request && quote) counter.sell({ ...request, payBy, expectedPayFen: quote.payFen })
  }
  const nameOf = (offerId: string): string => sitting.offers.find(({ id }) => id === offerId)?.dish.name ?? ''
  const ready = quote !== undefined && !isPlaceholderData && request !== null
  const short = person !== null && quote !== undefined && (quote.balanceFen ?? 0) < quote.payFen
  return (
    <Card title={TEXT.basket}>
      <Segmented
        items={[
          { key: 'dine_in', label: TEXT.mode.dine_in },
          { key: 'pick_up', label: TEXT.mode.pick_up },
        ]}
        current={mode}
        onChange={counter.setMode}
      />
      {lines.length === 0 ? (
        <View className={css.empty}>
          <View className={css.wide}>{TEXT.empty}</View>
          <View className={css.narrow}>{TEXT.emptyNarrow}</View>
        </View>
      ) : null}
      {lines.map((line) => (
        <View key={`${line.offerId} ${line.portion ?? ''}`} className={css.line}>
          <View>{line.portion === 'half' ? `${nameOf(line.offerId)} ${TEXT.half}` : nameOf(line.offerId)}</View>
          <View className={css.times}>{TEXT.times(line.quantity)}</View>
        </View>
      ))}
      {quote && request ? (
        <View className={css.sum}>
          {quote.explanation
            .filter(({ kind }) => kind !== 'pay')
            .map((step) => (
              <View key={step.kind} className={css.step}>
                <View>{step.label}</View>
                <View>{`${step.amountFen < 0 ? '−' : ''}¥${yuan(Math.abs(step.amountFen))}`}</View>
              </View>
            ))}
          <View className={css.total}>
            <View>{TEXT.total}</View>
            <Money fen={quote.payFen} size="xl" />
          </View>
        </View>
      ) : null}
      <View {...aria({ role: 'alert' })}>
        {counter.refused ? <NoticeBar tone="warm">{counter.refused}</NoticeBar> : null}
      </View>
      <View className={css.buttons}>
        <Button size="l" block disabled={!ready} loading={counter.busy} onTap={() => setTaking(true)}>
          {TEXT.cash(yuan(quote?.payFen ?? 0))}
        </Button>
        {person ? (
          <Button
            size="l"
            kind="soft"
            block
            disabled={!ready || short}
            loading={counter.busy}
            onTap={() => sell('wallet')}
          >
            {TEXT.wallet(yuan(quote?.payFen ?? 0))}
          </Button>
        ) : null}
        {short ? <View className={css.short}>{TEXT.short}</View> : null}
      </View>
      <CashSheet
        open={taking}
        dueFen={quote?.payFen ?? 0}
        onClose={() => setTaking(false)}
        onTaken={() => sell('cash')}
      />
      <Dialog
        open={counter.clash !== null}
        title={TEXT.clashTitle}
        text={counter.clash ?? ''}
        confirm={{ label: TEXT.clashYes, loading: counter.busy, onTap: counter.sellWithout }}
        cancel={{ label: TEXT.clashNo, onTap: counter.leaveClash }}
      />
    </Card>
  )
}
