import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PaymentView } from '@wanli/contracts/wallet'
import { yuan } from '@wanli/kernel/money'
import { asApiError } from '@/shared/http/api-error'
import { call } from '@/shared/http/call'
import { Dialog } from '@/shared/ui/dialog'
import { toast } from '@/shared/ui/toast'
import { PAY_TEXT } from './text'

export interface PayStepProps {
  /** What waits to be paid; null while nothing does. */
  payment: PaymentView | null
  /** The person has answered WeChat's question. Whether money came is told by the payment itself, never here. */
  onEnd: (outcome: 'answered' | 'left') => void
}

/** WeChat's question, as a browser can ask it: only the demo's stand-in pays here; the real WeChat Pay lives inside WeChat. */
export function PayStep({ payment, onEnd }: PayStepProps): ReactNode {
  const pay = useMutation({
    mutationFn: (id: string) => call('POST /demo/payments/:id/pay', { params: { id }, body: { outcome: 'paid' } }),
    onSuccess: () => onEnd('answered'),
    onError: (thrown) => {
      const error = asApiError(thrown)
      toast(error.status === 404 ? PAY_TEXT.onlyInWechat : error.detail)
      onEnd('left')
    },
  })
  if (!payment) return null
  return (
    <Dialog
      open
      title={PAY_TEXT.title}
      text={PAY_TEXT.text(yuan(payment.amountFen))}
      confirm={{ label: PAY_TEXT.pay, loading: pay.isPending, onTap: () => !pay.isPending && pay.mutate(payment.id) }}
      cancel={{ label: PAY_TEXT.leave, onTap: () => onEnd('left') }}
    />
  )
}
