import type { ReactNode } from 'react'
import { Dialog } from '@/shared/ui/dialog'
import { DELIVERY_TEXT as TEXT } from '../delivery-text'
import type { Refusal } from '../model/refusal'

interface CheckoutQuestionProps {
  refusal: Refusal | null
  /** What the eater is called: 妈妈, or 你. */
  who: string
  busy: boolean
  onYes: () => void
  onNo: (kind: 'leave_out' | 'again') => void
}

/** What the server asks before it takes an order: leave something out, or order a second time. Asked in words, answered in words. */
export function CheckoutQuestion({ refusal, who, busy, onYes, onNo }: CheckoutQuestionProps): ReactNode {
  const ask = refusal?.ask
  if (ask === undefined) return null
  const isClash = ask.kind === 'leave_out'
  return (
    <Dialog
      open
      title={isClash ? TEXT.clashTitle(ask.dish) : TEXT.again}
      text={isClash ? TEXT.clashText(ask.dish, ask.what, who) : TEXT.againText(ask.by, ask.number)}
      confirm={{ label: isClash ? TEXT.clashYes : TEXT.againYes, loading: busy, onTap: onYes }}
      cancel={{ label: isClash ? TEXT.clashNo : TEXT.againNo, onTap: () => onNo(ask.kind) }}
    />
  )
}
