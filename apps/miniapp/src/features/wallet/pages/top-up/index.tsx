import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { PaymentView } from '@wanli/contracts/wallet'
import { yuan } from '@wanli/kernel/money'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKeys } from '@/shared/http/idempotency'
import { requireSession } from '@/shared/http/session'
import { PayStep } from '@/shared/pay/pay-step'
import { shortYuan } from '@/shared/text/mandate-words'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Field } from '@/shared/ui/field'
import { FootBar } from '@/shared/ui/foot-bar'
import { Option } from '@/shared/ui/option'
import { Screen } from '@/shared/ui/screen'
import { topUp } from '../../api/top-up'
import { fenOfText, OFFERED_FEN } from '../../model/amount'
import { TOP_UP_TEXT as TEXT } from '../../text'
import { TopUpOutcome } from '../../top-up-outcome'
import css from './index.module.scss'

/** Begins a payment; `onStarted` has WeChat asked for it. */
function useStart(onStarted: (payment: PaymentView) => void) {
  // An amount that nobody was asked to pay is no debt: another amount is another payment.
  const keys = useIdempotencyKeys()
  return useMutation({
    mutationFn: (amountFen: number) => topUp(amountFen, keys.of(String(amountFen))),
    onSuccess: (payment, amountFen) => {
      keys.renew(String(amountFen))
      onStarted(payment)
    },
    onError: (error, amountFen) => {
      if (asApiError(error).code !== 'network') keys.renew(String(amountFen))
    },
  })
}

/** 充值: how much, WeChat's question, and what came of it. */
export default function TopUpPage(): ReactNode {
  const { back: cameFromForm } = useRouter().params
  const [chosen, setChosen] = useState<number | null>(null)
  const [typed, setTyped] = useState('')
  const [asking, setAsking] = useState<PaymentView | null>(null)
  const [waitingFor, setWaitingFor] = useState<string | null>(null)
  const start = useStart(setAsking)
  const amountFen = typed === '' ? chosen : fenOfText(typed)
  const pay = (): void => {
    if (amountFen !== null && !start.isPending && requireSession()) start.mutate(amountFen)
  }
  const choose = (fen: number): void => {
    setTyped('')
    setChosen(fen)
  }
  const again = (): void => {
    setWaitingFor(null)
    start.reset()
  }
  if (waitingFor !== null) {
    return (
      <Screen title={TEXT.title}>
        <TopUpOutcome paymentId={waitingFor} backToForm={cameFromForm !== undefined} onAgain={again} />
      </Screen>
    )
  }
  return (
    <Screen
      title={TEXT.title}
      bottom={
        <FootBar refused={start.isError ? asApiError(start.error).detail : ''}>
          <Button block icon="wechat-line" loading={start.isPending} disabled={amountFen === null} onTap={pay}>
            {amountFen === null ? TEXT.choose : TEXT.pay(yuan(amountFen))}
          </Button>
        </FootBar>
      }
    >
      <Card title={TEXT.how}>
        <Amounts chosen={typed === '' ? chosen : null} onChoose={choose} />
        <OtherAmount typed={typed} wrong={typed !== '' && amountFen === null} onType={setTyped} />
      </Card>
      <Card title={TEXT.cash}>
        <View className={css.text}>{TEXT.cashText}</View>
      </Card>
      <PayStep
        payment={asking}
        onEnd={(outcome) => {
          const id = asking?.id ?? null
          setAsking(null)
          if (outcome === 'answered') setWaitingFor(id)
        }}
      />
    </Screen>
  )
}

interface AmountsProps {
  chosen: number | null
  onChoose: (fen: number) => void
}

function Amounts({ chosen, onChoose }: AmountsProps): ReactNode {
  return (
    <View className={css.amounts} {...aria({ role: 'radiogroup', label: TEXT.how })}>
      {OFFERED_FEN.map((fen) => (
        <Option key={fen} on={chosen === fen} label={TEXT.amount(shortYuan(fen))} onTap={() => onChoose(fen)}>
          <View className={css.amount}>¥{shortYuan(fen)}</View>
        </Option>
      ))}
    </View>
  )
}

interface OtherAmountProps {
  typed: string
  wrong: boolean
  onType: (text: string) => void
}

function OtherAmount({ typed, wrong, onType }: OtherAmountProps): ReactNode {
  return (
    <Field
      label={TEXT.other}
      value={typed}
      type="digit"
      maxLength={7}
      placeholder={TEXT.otherPlaceholder}
      error={wrong ? TEXT.wrong : ''}
      onInput={onType}
    />
  )
}
