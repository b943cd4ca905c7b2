import { useEffect, type ReactNode } from 'react'
import { yuan } from '@wanli/kernel/money'
import { queryClient } from '@/shared/http/query-client'
import { back, replace } from '@/shared/navigation'
import { usePayment } from '@/shared/pay/get-payment'
import { EmptyState } from '@/shared/ui/empty-state'
import { TOP_UP_TEXT as TEXT } from './text'

interface TopUpOutcomeProps {
  paymentId: string
  /** A form below waits for the money: the way back leads there. */
  backToForm: boolean
  onAgain: () => void
}

/** What became of a payment: WeChat's word counts only once the server has it. */
export function TopUpOutcome({ paymentId, backToForm, onAgain }: TopUpOutcomeProps): ReactNode {
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
