import Taro from '@tarojs/taro'
import { useEffect, useRef, type ReactNode } from 'react'
import type { PaymentView } from '@wanli/contracts/wallet'

interface PayStepProps {
  payment: PaymentView | null
  onEnd: (outcome: 'answered' | 'left') => void
}

/** WeChat's own question. Its answer only says that the person has answered: whether money came is told by the payment itself. */
export function PayStep({ payment, onEnd }: PayStepProps): ReactNode {
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  const asked = useRef<string | null>(null)
  useEffect(() => {
    if (!payment?.wechat || asked.current === payment.wechat.paySign) return
    asked.current = payment.wechat.paySign
    Taro.requestPayment(payment.wechat)
      .then(() => end.current('answered'))
      .catch(() => end.current('left'))
  }, [payment])
  return null
}
