import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import type { PaymentView } from '@wanli/contracts/wallet'
import { yuan } from '@wanli/kernel/money'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKeys } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { requireSession } from '@/shared/http/session'
import { back, replace } from '@/shared/navigation'
import { usePayment } from '@/shared/pay/get-payment'
import { PayStep } from '@/shared/pay/pay-step'
import { shortYuan } from '@/shared/text/mandate-words'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { EmptyState } from '@/shared/ui/empty-state'
import { Field } from '@/shared/ui/field'
import formCss from '@/shared/ui/form.module.scss'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Option } from '@/shared/ui/option'
import { Screen } from '@/shared/ui/screen'
import { topUp } from '../../api/top-up'
import { fenOfText, OFFERED_FEN } from '../../model/amount'
import { TOP_UP_TEXT as TEXT } from '../../text'
import css from './index.module.scss'

/** 充值: how much, WeChat's question, and what came of it. */
export default function TopUpPage(): ReactNode {
  const { back: cameFromForm } = useRouter().params
  const [chosen, setChosen] = useState<number | null>(null)
  const [typed, setTyped] = useState('')
  const [asking, setAsking] = useState<PaymentView | null>(null)
  const [waitingFor, setWaitingFor] = useState<string | null>(null)
  // An amount that nobody was asked to pay is no debt: another amount is another payment.
  const keys = useIdempotencyKeys()
  const start = useMutation({
    mutationFn: (amountFen: number) => topUp(amountFen, keys.of(String(amountFen))),
    onSuccess: (payment, amountFen) => {
      keys.renew(String(amountFen))
      setAsking(payment)
    },
    onError: (error, amountFen) => {
      if (asApiError(error).code !== 'network') keys.renew(String(amountFen))
    },
  })
  const amountFen = typed === '' ? chosen : fenOfText(typed)
  const pay = (): void => {
    if (amountFen !== null && !start.isPending && requireSession()) start.mutate(amountFen)
  }
  const again = (): void => {
    setWaitingFor(null)
    start.reset()
  }
  if (waitingFor !== null) {
    return (
      <Screen title={TEXT.title}>
        <Outcome paymentId={waitingFor} backToForm={cameFromForm !== undefined} onAgain={again} />
      </Screen>
    )
  }
  return (
    <Screen
      title={TEXT.title}
      bottom={
        <View className={formCss.foot}>
          {start.isError ? (
            <View {...aria({ role: 'alert' })}>
              <NoticeBar tone="warm" icon="alert-line">
                {asApiError(start.error).detail}
              </NoticeBar>
            </View>
          ) : null}
          <Button block icon="wechat-line" loading={start.isPending} disabled={amountFen === null} onTap={pay}>
            {amountFen === null ? TEXT.choose : TEXT.pay(yuan(amountFen))}
          </Button>
        </View>
      }
    >
      <Card title={TEXT.how}>
        <View className={css.amounts} {...aria({ role: 'radiogroup', label: TEXT.how })}>
          {OFFERED_FEN.map((fen) => (
            <Option
              key={fen}
              on={typed === '' && chosen === fen}
              label={TEXT.amount(shortYuan(fen))}
              onTap={() => {
                setTyped('')
                setChosen(fen)
              }}
            >
              <View className={css.amount}>¥{shortYuan(fen)}</View>
            </Option>
          ))}
        </View>
        <Field
          label={TEXT.other}
          value={typed}
          type="digit"
          maxLength={7}
          placeholder={TEXT.otherPlaceholder}
          error={typed !== '' && amountFen === null ? TEXT.wrong : ''}
          onInput={setTyped}
        />
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

interface OutcomeProps {
  paymentId: string
  /** A form below waits for the money: the way back leads there. */
  backToForm: boolean
  onAgain: () => void
}

/** What became of a payment: WeChat's word counts only once the server has it. */
function Outcome({ paymentId, backToForm, onAgain }: OutcomeProps): ReactNode {
  const { data } = usePayment(paymentId)
  const status = data?.status ?? 'pending'
  useEffect(() => {
    if (status !== 'paid' && status !== 'late') return
    void queryClient.invalidateQueries({ queryKey: ['wallet'] })
    void queryClient.invalidateQueries({ queryKey: ['canteen', 'quote'] })
  }, [status])
  const see = backToForm
    ? { label: TEXT.backToForm, onTap: back }
    : { label: TEXT.see, onTap: () => replace('/features/wallet/pages/statement/index') }
  if (status === 'pending') return <EmptyState title={TEXT.waiting} text={TEXT.waitingText} action={see} />
  if (status === 'closed') {
    return <EmptyState title={TEXT.closed} text={TEXT.closedText} action={{ label: TEXT.again, onTap: onAgain }} />
  }
  if (status === 'late') return <EmptyState title={TEXT.late} text={TEXT.lateText} action={see} />
  return (
    <EmptyState title={TEXT.done} text={TEXT.doneText(yuan(data?.amountFen ?? 0))} picture="handshake" action={see} />
  )
}
